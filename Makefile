# posting_parser: make && make install [PG_CONFIG=/path/to/pg_config]
#
#   make check-unit [SANITIZE=1]   tests of the core, no server needed
#   make check-fuzz                runs the fuzz targets over their corpus
#   make fuzz [SECONDS=60 SEED=0]  lets libFuzzer look for more, with clang; SEED=0 looks elsewhere each time
#   make installcheck              pg_regress against a running server
#   make bench                     round trip and speed, on the server that psql reaches
#
# What is generated lies in build/: the compiled lexicon and the install script.

EXTENSION = posting_parser
EXTVERSION := $(shell sed -n "s/^default_version *= *'\(.*\)'/\1/p" posting_parser.control)
MODULE_big = posting_parser

PG_CONFIG ?= pg_config
PKG_CONFIG ?= pkg-config

CORE_SRCS := $(sort $(wildcard src/core/*.c))
PG_SRCS := $(sort $(wildcard src/pg/*.c src/pg/*/*.c))
CORE_OBJS := $(CORE_SRCS:.c=.o)
PG_OBJS := $(PG_SRCS:.c=.o)
OBJS = $(CORE_OBJS) $(PG_OBJS) build/lexicon_data.o

INSTALL_SQL = build/$(EXTENSION)--$(EXTVERSION).sql
DATA_built = $(INSTALL_SQL)
DATA = $(sort $(wildcard src/pg/upgrade/$(EXTENSION)--*.sql))

# The parts of the install script, in the order in which they need each other.
SQL_PARTS := src/pg/module.sql $(foreach room,pay doc parse skills adopt,src/pg/$(room)/$(room).sql)

CHAPTERS = init pay doc parse skills adopt
REGRESS = $(foreach chapter,$(CHAPTERS),$(if $(wildcard sql/$(chapter).sql),$(chapter)))
REGRESS_OPTS = --encoding=UTF8 --no-locale
ISOLATION = $(patsubst test/isolation/specs/%.spec,%,$(sort $(wildcard test/isolation/specs/*.spec)))
ISOLATION_OPTS = --encoding=UTF8 --no-locale --load-extension=posting_parser \
	--inputdir=test/isolation --outputdir=build/isolation

EXTRA_CLEAN = build $(OBJS:.o=.d)

# Everything that a build needs and lacks is said in one message.
define newline


endef
PGXS := $(shell $(PG_CONFIG) --pgxs 2>/dev/null)
SERVER_HEADER := $(shell $(PG_CONFIG) --includedir-server 2>/dev/null)/postgres.h
SERVERLESS := clean distclean maintainer-clean unit check-unit fuzz fuzz-targets check-fuzz build/%
NEEDS_SERVER := $(if $(MAKECMDGOALS),$(filter-out $(SERVERLESS),$(MAKECMDGOALS)),all)

has_library = $(shell $(PKG_CONFIG) --exists $(1) 2>/dev/null && echo yes)
lacks =
ifneq ($(filter-out clean distclean maintainer-clean,$(or $(MAKECMDGOALS),all)),)
ifeq ($(shell command -v $(PKG_CONFIG)),)
lacks += $(newline)  pkg-config                  Debian: pkg-config            Fedora: pkgconf
else
ifneq ($(call has_library,libpcre2-8),yes)
lacks += $(newline)  PCRE2 with its headers      Debian: libpcre2-dev          Fedora: pcre2-devel
endif
ifneq ($(call has_library,libutf8proc),yes)
lacks += $(newline)  utf8proc with its headers   Debian: libutf8proc-dev       Fedora: utf8proc-devel
endif
endif
ifneq ($(NEEDS_SERVER),)
ifeq ($(and $(wildcard $(PGXS)),$(wildcard $(SERVER_HEADER))),)
lacks += $(newline)  PostgreSQL server headers   Debian: postgresql-server-dev-NN  Fedora: postgresql-server-devel$(newline)  $() \
  ('$(PG_CONFIG)' does not lead to them; PG_CONFIG=/path/to/pg_config names another installation)
endif
endif
ifneq ($(lacks),)
$(error posting_parser cannot be built here, because this is missing:$(lacks)$(newline))
endif
endif

LIBRARY_CFLAGS := $(shell $(PKG_CONFIG) --cflags libpcre2-8 libutf8proc 2>/dev/null)
LIBRARY_LIBS := $(shell $(PKG_CONFIG) --libs libpcre2-8 libutf8proc 2>/dev/null)

# Sources include by the path under src; the prerequisites of objects are found by the compiler.
CORE_FLAGS = -std=gnu11 -fvisibility=hidden -MMD -MP $(LIBRARY_CFLAGS)
PG_CPPFLAGS = -I$(srcdir)/src
PG_CFLAGS = $(CORE_FLAGS) -Wno-declaration-after-statement
SHLIB_LINK = $(LIBRARY_LIBS)

ifneq ($(NEEDS_SERVER),)
# Bitcode for inlining by the JIT would make clang a prerequisite, for functions that are called once a row.
override with_llvm := no
include $(PGXS)
# Before 16, PG_FUNCTION_INFO_V1 does not export the function itself.
ifeq ($(MAJORVERSION),15)
$(PG_OBJS): override CFLAGS += -fvisibility=default
endif
# The core alone decides how fast a text is read: the compiler may do more for it than for what is entered once a call.
$(CORE_OBJS): override CFLAGS := $(patsubst -O2,-O3,$(CFLAGS))
else
srcdir = .
clean distclean maintainer-clean:
	rm -f $(MODULE_big).so $(OBJS) $(OBJS:.o=.d) regression.diffs regression.out
	rm -rf build results tmp_check
endif

-include $(wildcard $(OBJS:.o=.d))

# The install script.
$(INSTALL_SQL): $(SQL_PARTS) posting_parser.control Makefile | build
	cat $(SQL_PARTS) > $@.new
	mv $@.new $@

# The lexicon: a host program turns what people edit into const tables.
HOSTCC ?= $(CC)
LEXICON_TSV := $(sort $(wildcard src/lexicon/*.tsv))
COMPILER_SRCS = src/lexicon/compile.c $(addprefix src/core/,fold.c lexicon.c arena.c posting_names.c)

build build/fuzz build/isolation build/unit:
	mkdir -p $@

installcheck: | build/isolation

build/compile_lexicon: $(COMPILER_SRCS) $(wildcard src/core/*.h) | build
	$(HOSTCC) -std=gnu11 -O2 -Isrc $(LIBRARY_CFLAGS) -o $@ $(COMPILER_SRCS) $(LIBRARY_LIBS)

build/lexicon_data.c: build/compile_lexicon $(LEXICON_TSV)
	build/compile_lexicon src/lexicon > $@.new
	mv $@.new $@

# Nothing but tables: there is nothing in it to optimise.
build/lexicon_data.o: build/lexicon_data.c src/core/lexicon_tables.h src/core/lexicon.h src/core/arena.h
	$(CC) -std=gnu11 -O0 -fPIC -fvisibility=hidden -Isrc -c -o $@ $<

# Unit tests: each is a program that links the core alone and prints TAP.
UNIT_TESTS := $(patsubst test/unit/%.c,build/unit/%,$(sort $(wildcard test/unit/*.c)))
UNIT_CORE := $(patsubst src/core/%.c,build/unit/core_%.o,$(CORE_SRCS))
UNIT_CFLAGS = -std=gnu11 -O1 -g -Wall -Wextra -Isrc -MMD -MP $(LIBRARY_CFLAGS) $(UNIT_EXTRA) \
	$(if $(SANITIZE),-fsanitize=address$(,)undefined -fno-sanitize-recover=undefined)
, := ,

build/unit/core_%.o: src/core/%.c | build/unit
	$(CC) $(UNIT_CFLAGS) -c -o $@ $<

$(UNIT_TESTS): build/unit/%: test/unit/%.c $(UNIT_CORE) build/lexicon_data.o
	$(CC) $(UNIT_CFLAGS) -o $@ $(filter %.c %.o,$^) $(LIBRARY_LIBS)

-include $(wildcard build/unit/*.d)

unit: $(UNIT_TESTS)

# A test's memory is given back by its end.
check-unit: unit
	@export ASAN_OPTIONS=detect_leaks=0; status=0; for program in $(UNIT_TESTS); do echo "# $$program"; "$$program" || status=1; done; exit $$status

# Fuzz targets: each links the core, and reads what libFuzzer invents or what replay.c is given.
FUZZ_TARGETS := $(patsubst test/fuzz/%.c,%,$(filter-out test/fuzz/replay.c,$(sort $(wildcard test/fuzz/*.c))))
FUZZ_CC ?= clang
# an empty list is NULL, and NULL + 0 a pointer to its end
FUZZ_CFLAGS = -std=gnu11 -O2 -g -Isrc -isystem $(shell $(PG_CONFIG) --includedir-server) $(LIBRARY_CFLAGS) \
	-fsanitize=address,undefined -fno-sanitize=pointer-overflow -fno-sanitize-recover=undefined -MMD -MP
FUZZ_LIBS = $(LIBRARY_LIBS) -L$(shell $(PG_CONFIG) --pkglibdir) -lpgport
FUZZ_CORE := $(patsubst src/core/%.c,build/fuzz/core_%.o,$(CORE_SRCS)) build/fuzz/pg_pay_text.o
REPLAY_CORE := $(UNIT_CORE) build/unit/pg_pay_text.o
SECONDS ?= 60
SEED ?= 0

build/fuzz/core_%.o: src/core/%.c | build/fuzz
	$(FUZZ_CC) $(FUZZ_CFLAGS) -fsanitize=fuzzer-no-link -fno-sanitize-coverage=trace-cmp -c -o $@ $<

build/fuzz/pg_pay_text.o: src/pg/pay/pay_text.c | build/fuzz
	$(FUZZ_CC) $(FUZZ_CFLAGS) -fsanitize=fuzzer-no-link -fno-sanitize-coverage=trace-cmp -c -o $@ $<

build/fuzz/%: test/fuzz/%.c $(FUZZ_CORE) build/lexicon_data.o
	$(FUZZ_CC) $(FUZZ_CFLAGS) -fsanitize=fuzzer -o $@ $(filter %.c %.o,$^) $(FUZZ_LIBS)

build/unit/pg_pay_text.o: src/pg/pay/pay_text.c | build/unit
	$(CC) $(UNIT_CFLAGS) -Wno-sign-compare -Wno-unused-parameter -isystem $(shell $(PG_CONFIG) --includedir-server) -c -o $@ $<

build/unit/replay_%: test/fuzz/%.c test/fuzz/replay.c $(REPLAY_CORE) build/lexicon_data.o
	$(CC) $(UNIT_CFLAGS) -Wno-sign-compare -Wno-unused-parameter -isystem $(shell $(PG_CONFIG) --includedir-server) \
		-o $@ $(filter %.c %.o,$^) $(FUZZ_LIBS)

-include $(wildcard build/fuzz/*.d)

fuzz-targets: $(addprefix build/fuzz/,$(FUZZ_TARGETS))

check-fuzz: $(addprefix build/unit/replay_,$(FUZZ_TARGETS))
	@export ASAN_OPTIONS=detect_leaks=0; for target in $(FUZZ_TARGETS); do \
		build/unit/replay_$$target test/fuzz/corpus/$$target 2> build/unit/replay.log || { tail build/unit/replay.log; exit 1; }; done

# What libFuzzer keeps stays in build/fuzz; what breaks a target is left there as crash-*.
fuzz: fuzz-targets
	@for target in $(FUZZ_TARGETS); do mkdir -p build/fuzz/found/$$target && \
		build/fuzz/$$target -max_total_time=$(SECONDS) -seed=$(SEED) -timeout=10 -rss_limit_mb=1024 -max_len=8192 \
		-dict=test/fuzz/words.dict -artifact_prefix=build/fuzz/crash-$$target- -print_final_stats=1 -verbosity=0 \
		build/fuzz/found/$$target test/fuzz/corpus/$$target || exit 1; done

bench:
	test/bench/round_trip
	test/bench/speed

.PHONY: bench check-fuzz check-unit fuzz fuzz-targets unit
.SECONDARY: $(UNIT_CORE) $(FUZZ_CORE) $(REPLAY_CORE)
