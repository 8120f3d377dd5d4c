# The two commands of the README, and what the project needs besides.
#
#   make play     installs what is missing, builds, and plays a bundled session
#   make test     everything: formatting, lints, docs, all tests
#
#   make bless    renews the reference files that tests compare with; read the diff before you commit it
#   make bench    measures speed and memory beside other programs
#   make beds     measures every synthesised bed and draws it, for docs/beds.md

CARGO ?= cargo
SESSION ?= first-evening

.PHONY: play build test format lint docs unit bless bench beds tracks voice clean

play: build
	./target/release/letgo play $(SESSION)

build:
	@sh scripts/needs.sh build
	$(CARGO) build --release --locked

test:
	@sh scripts/needs.sh test
	$(CARGO) fmt --check
	$(CARGO) clippy --all-targets --locked -- -D warnings
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc --no-deps --locked
	$(CARGO) test --locked

bless:
	@sh scripts/needs.sh test
	LETGO_BLESS=1 INSTA_UPDATE=always $(CARGO) test --locked

bench:
	@sh scripts/needs.sh bench
	$(CARGO) build --release --locked
	python3 benches/compare.py
	$(CARGO) run --release --locked --example bed_speed

beds:
	@sh scripts/needs.sh test
	python3 scripts/measure-beds.py

# The bundled tracks and clips are kept in the repository; these make them anew.
tracks:
	$(CARGO) run --release --locked --example make_tracks

voice:
	@sh scripts/needs.sh voice
	$(CARGO) build --release --locked
	sh scripts/make-voice.sh

clean:
	$(CARGO) clean
