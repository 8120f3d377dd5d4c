# The two commands of the README, and what the project needs besides.
#
#   make play     installs what is missing, builds, and plays a bundled session
#   make test     everything: formatting, lints, docs, all tests
#
#   make install  puts program, manual, completions and icon under PREFIX (/usr/local)
#   make deb      a package for Debian and its kin, in target/debian
#   make test-deb installs that package on a bare Debian and plays a session there (as root; fetches that Debian)
#
#   make bless    renews the reference files that tests compare with; read the diff before you commit it
#   make bench    measures speed and memory beside other programs
#   make pictures takes the pictures of the real screen in docs/pictures
#   make fuzz     builds the fuzz targets and runs each for a minute (FUZZ_SECONDS=600 for longer)
#   make measures renews docs/measures.md, the measured sound of all bundled sessions
#   make beds     measures every synthesised bed and draws it, for docs/beds.md
#   make beds-beside   measures recordings from Debian's archive beside them (fetches some 370 MB)

CARGO ?= cargo
SESSION ?= first-evening
PREFIX ?= /usr/local
FUZZ_SECONDS ?= 60
DESTDIR ?=

.PHONY: play build test bless bench pictures fuzz measures beds beds-beside man install uninstall deb test-deb tracks voice clean

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
	$(CARGO) run --release --locked --example mix_speed
	$(CARGO) run --release --locked --example bed_speed

measures:
	@sh scripts/needs.sh bench
	$(CARGO) build --release --locked --bin letgo --example without_words
	python3 scripts/measure-sessions.py docs/measures.md

pictures: build
	@sh scripts/needs.sh test
	python3 scripts/make-pictures.py

fuzz:
	@sh scripts/needs.sh build
	sh scripts/fuzz.sh $(FUZZ_SECONDS)

# The manual and the completions, written by the program itself.
man: build
	sh scripts/make-man.sh target/man

install: man
	sh scripts/install.sh target/man "$(DESTDIR)$(PREFIX)"

uninstall:
	sh scripts/install.sh --remove "$(DESTDIR)$(PREFIX)"

deb:
	@sh scripts/needs.sh deb
	$(CARGO) build --release --locked
	sh scripts/make-deb.sh

test-deb: deb
	sh scripts/test-deb.sh

beds:
	@sh scripts/needs.sh test
	python3 scripts/measure-beds.py

beds-beside:
	@sh scripts/needs.sh test
	python3 scripts/measure-beds.py --beside

# The bundled tracks and clips are kept in the repository; these make them anew.
tracks:
	$(CARGO) run --release --locked --example make_tracks

voice:
	@sh scripts/needs.sh voice
	$(CARGO) build --release --locked
	sh scripts/make-voice.sh

clean:
	$(CARGO) clean
