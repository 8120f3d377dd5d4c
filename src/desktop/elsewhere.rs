//! Systems whose player controls want a window of their own, which a program in a terminal has not: here the machine is
//! only kept awake.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};

use super::{Allowed, News, Shared, Wish};

pub(super) fn run(allowed: Allowed, shared: &Arc<Shared>, _: Sender<News>, told: &Receiver<News>, _: &Sender<Wish>) {
    let mut awake = None;
    loop {
        let wanted = allowed.awake && shared.now().playing;
        if wanted && awake.is_none() {
            let mut builder = keepawake::Builder::default();
            builder.display(true).idle(true).sleep(true).app_name("letgo").reason("a session is playing");
            // Where the system refuses, it refuses.
            awake = builder.create().ok();
        } else if !wanted {
            awake = None;
        }
        if matches!(told.recv(), Err(_) | Ok(News::Over)) {
            return;
        }
    }
}
