//! A command of the user's own.

use std::path::Path;
use std::time::Duration;

use super::run::{PATIENCE, Run, on_path};
use super::{Speaker, SpeechError, folder_of, primary, sayable, text_file, written};

/// A program with its arguments, each passed as it is, never through a shell.
///
/// In the arguments `{text-file}` stands for a UTF-8 file with the words, `{wav}` for the file to write, and
/// `{language}` for the language. Without `{text-file}` the words come on standard input; without `{wav}` the
/// WAV is expected on standard output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserCommand {
    program: String,
    arguments: Vec<String>,
    patience: Duration,
}

impl UserCommand {
    /// From a program and its arguments.
    ///
    /// # Errors
    /// An empty command.
    pub fn new(command: &[String]) -> Result<UserCommand, SpeechError> {
        match command {
            [program, arguments @ ..] if !program.trim().is_empty() => {
                Ok(UserCommand { program: program.clone(), arguments: arguments.to_vec(), patience: PATIENCE })
            }
            _ => Err(SpeechError::Command { reason: "it is empty; the first word must be a program" }),
        }
    }

    /// With another bound on its time for a sentence.
    pub fn with_patience(self, patience: Duration) -> UserCommand {
        UserCommand { patience, ..self }
    }

    fn has(&self, place: &str) -> bool {
        self.arguments.iter().any(|argument| argument.contains(place))
    }
}

impl Speaker for UserCommand {
    fn id(&self) -> String {
        let mut id = format!("command {}", self.program);
        for argument in &self.arguments {
            id.push(' ');
            id.push_str(argument);
        }
        id
    }

    fn available(&self) -> bool {
        on_path(Path::new(&self.program)).is_some()
    }

    fn speaks(&self, _language: &str) -> bool {
        true
    }

    fn speak(&self, text: &str, language: &str, into: &Path) -> Result<(), SpeechError> {
        let (into, folder) = folder_of(into)?;
        let words = text_file(&folder, &sayable(text)?)?;
        let _ = std::fs::remove_file(&into);
        let language: String = primary(language).chars().filter(char::is_ascii_alphanumeric).collect();
        let filled = self.arguments.iter().map(|argument| {
            argument
                .replace("{language}", &language)
                .replace("{text-file}", &words.to_string_lossy())
                .replace("{wav}", &into.to_string_lossy())
        });
        let program = on_path(Path::new(&self.program)).unwrap_or_else(|| self.program.clone().into());
        let program = std::path::absolute(&program).unwrap_or(program);
        let mut run = Run::new(program).arguments(filled);
        run.patience = self.patience;
        if !self.has("{text-file}") {
            run.input = Some(words);
        }
        if self.has("{wav}") {
            run.watched.push(into.clone());
        } else {
            run.output = Some(into.clone());
        }
        run.wait(&folder)?;
        written(&self.program, &into)
    }
}
