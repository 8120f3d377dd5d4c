session-stop = You can stop at any moment.
