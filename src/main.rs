//! The `letgo` program: see the library's [`letgo::cli`].

fn main() -> std::process::ExitCode {
    letgo::cli::main()
}
