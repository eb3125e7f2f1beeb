# shellcheck shell=bash
# lib.sh: what test/all, test/demo and test/bench share.  Sourced by bash.
#
# Everything happens in one temporary folder ($work), which is removed on exit:
#   src/    a copy of the tree, built there
#   root/   a private installation: the system's PostgreSQL as links, and ours beside it
#   pg/     the data and the socket of a throw-away server
# The system gets packages that it lacks, and nothing else.

set -u -o pipefail
export LC_ALL=C.UTF-8
export PGCLIENTENCODING=UTF8
unset MAKEFLAGS MFLAGS MAKELEVEL
# A script that another of them calls finds its server in $POSTING_SERVER and the environment.
[ -n "${POSTING_SERVER:-}" ] || unset PGHOST PGHOSTADDR PGPORT PGUSER PGDATABASE PGPASSWORD \
	PGPASSFILE PGSERVICE PGSERVICEFILE PGOPTIONS PGAPPNAME PGSSLMODE PGTZ PGDATESTYLE

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=
server_pid=

have()
{
	command -v "$1" > /dev/null 2>&1
}

# Says why the script cannot go on, and ends it.
die()
{
	printf '%s: %s\n' "${0##*/}" "$*" >&2
	exit 1
}

# Prints what is being done, to the terminal's error channel so that output stays clean.
step()
{
	printf '%s %s\n' "--" "$*" >&2
}

# Runs a command with its output in a log that is shown only where it fails.
quietly()
{
	"$@" > "$work/log" 2>&1 < /dev/null && return
	local status=$?
	tail -n 40 "$work/log" >&2
	return $status
}

# Ends the server that start_server began, and removes the temporary folder.
clean_up()
{
	local status=$?

	trap - EXIT
	if [ -n "$server_pid" ]; then
		kill -INT "$server_pid" 2> /dev/null
		wait "$server_pid" 2> /dev/null
	fi
	[ -z "$work" ] || rm -rf "$work"
	exit $status
}

# Makes the temporary folder; its path must leave room for a socket's.
begin()
{
	local parent=${TMPDIR:-/tmp}

	[ ${#parent} -le 60 ] || parent=/tmp
	trap clean_up EXIT
	trap 'exit 130' INT
	trap 'exit 143' TERM HUP
	trap 'exit 141' PIPE
	work=$(mktemp -d "$parent/posting_parser.XXXXXX") || die "no temporary folder"
	chmod 755 "$work"
}

as_root()
{
	if [ "$(id -u)" = 0 ]; then
		"$@"
	elif have sudo; then
		sudo "$@"
	else
		die "this needs root or sudo: $*"
	fi
}

# Prints the major version of PostgreSQL that the distribution offers.
offered_major()
{
	apt-cache show postgresql 2> /dev/null | sed -n 's/^Depends:.*postgresql-\([0-9][0-9]*\).*/\1/p' | head -n 1
}

# Finds a pg_config whose server and headers are both there.
find_pg_config()
{
	local candidate

	for candidate in ${PG_CONFIG:-} pg_config /usr/lib/postgresql/*/bin/pg_config; do
		if have "$candidate" && [ -f "$("$candidate" --pgxs)" ] &&
			[ -f "$("$candidate" --includedir-server)/postgres.h" ] &&
			[ -x "$("$candidate" --bindir)/initdb" ]; then
			PG_CONFIG=$candidate
			return 0
		fi
		[ -z "${PG_CONFIG:-}" ] || die "PG_CONFIG=$PG_CONFIG leads to no server with its headers"
	done
	return 1
}

# Installs packages; a first server of the system is not created on the way.
install_packages()
{
	local quiet=/etc/postgresql-common/createcluster.d/posting_parser.conf made=

	have apt-get || die "please install by hand, as there is no apt-get: $*"
	step "installing $*"
	as_root env DEBIAN_FRONTEND=noninteractive apt-get -q update > "$work/apt" 2>&1 < /dev/null
	case " $* " in
		*" postgresql-"[0-9]*)
			if [ ! -e "$quiet" ] && ! have pg_lsclusters; then
				as_root mkdir -p "${quiet%/*}"
				printf '%s\n' "create_main_cluster = false" | as_root tee "$quiet" > /dev/null
				made=yes
			fi ;;
	esac
	as_root env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "$@" \
		>> "$work/apt" 2>&1 < /dev/null
	local status=$?
	[ -z "$made" ] || as_root rm -f "$quiet"
	[ $status = 0 ] || tail -n 20 "$work/apt" >&2
	return $status
}

# Installs what a build and a server need and the system lacks.
need_tools()
{
	local packages=() major

	have gcc || have cc || packages+=(gcc libc6-dev)
	have make || packages+=(make)
	have pkg-config || packages+=(pkg-config)
	have python3 || packages+=(python3)
	have pkg-config && pkg-config --exists libpcre2-8 || packages+=(libpcre2-dev)
	have pkg-config && pkg-config --exists libutf8proc || packages+=(libutf8proc-dev)
	if ! find_pg_config; then
		have apt-cache || die "there is no PostgreSQL server with its headers, and no apt to install it"
		major=$(offered_major)
		if [ -z "$major" ]; then
			quietly as_root apt-get -q update
			major=$(offered_major)
		fi
		[ -n "$major" ] || die "this distribution offers no package named postgresql"
		packages+=("postgresql-$major" "postgresql-server-dev-$major")
	fi
	if [ ${#packages[@]} -gt 0 ]; then
		install_packages "${packages[@]}" || die "could not install ${packages[*]}"
		find_pg_config || die "no PostgreSQL server with its headers"
	fi
	bindir=$("$PG_CONFIG" --bindir)
}

# Copies the tree to $work/src, without what builds leave behind.
copy_tree()
{
	mkdir "$work/src"
	tar -C "$top" --exclude=./.git --exclude=./build --exclude='*.o' --exclude='*.d' --exclude='*.so' \
		-cf - . | tar -C "$work/src" --no-same-owner -xf - || die "could not copy the tree"
}

# Builds the copy; arguments go to make.
build()
{
	make -C "$work/src" -j"$(nproc)" PG_CONFIG="$PG_CONFIG" "$@"
}

# Installs the copy beside links to the system's PostgreSQL, which finds its files relative to itself.
install_privately()
{
	local share libdir program

	share=$("$PG_CONFIG" --sharedir)
	libdir=$("$PG_CONFIG" --pkglibdir)
	mkdir -p "$work/root$bindir" "$work/root$share" "$work/root$libdir"
	for program in postgres initdb; do
		cp "$bindir/$program" "$work/root$bindir/" || return
	done
	cp -rs "$share/." "$work/root$share/"
	[ "$share" = "$libdir" ] || cp -rsn "$libdir/." "$work/root$libdir/"
	rm -f "$work/root$share/extension/posting_parser"* "$work/root$libdir/posting_parser"*
	build install DESTDIR="$work/root"
}

# Starts the throw-away server and points psql's environment at it.
start_server()
{
	local home=$work/pg programs=$work/root$bindir as_owner=() owner=nobody

	mkdir "$home"
	if [ "$(id -u)" = 0 ]; then		# PostgreSQL refuses to run as root
		! id -u postgres > /dev/null 2>&1 || owner=postgres
		chown "$owner" "$home"
		as_owner=(setpriv "--reuid=$owner" "--regid=$(id -g "$owner")" --clear-groups)
	fi
	chmod 700 "$home"
	pushd / > /dev/null || exit
	quietly "${as_owner[@]}" "$programs/initdb" -D "$home/data" -U postgres -A trust -E UTF8 \
		--no-locale --no-sync || die "initdb failed"
	"${as_owner[@]}" "${server_wrapper[@]}" "$programs/postgres" -D "$home/data" -k "$home" "${server_options[@]}" \
		> "$work/server.log" 2>&1 < /dev/null &
	server_pid=$!
	popd > /dev/null || exit
	export PGHOST=$home PGPORT=5432 PGUSER=postgres PGDATABASE=postgres POSTING_SERVER=$work
	export PATH=$bindir:$PATH
	for _ in $(seq "$server_patience"); do
		! "$bindir/pg_isready" -q || return 0
		kill -0 "$server_pid" 2> /dev/null || break
		sleep 0.1
	done
	cat "$work/server.log" >&2
	die "the server did not start"
}
server_wrapper=()
server_patience=100
server_options=(-c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off
	-c shared_buffers=64MB -c max_wal_size=2GB -c timezone=UTC -c log_min_messages=warning)

# Makes a database with the extension in a schema of its own, and connects to it from now on.
create_database()
{
	export PGDATABASE=$1
	psql -qX -d postgres -c "CREATE DATABASE $1" &&
	psql -qX -v ON_ERROR_STOP=1 \
		-c "CREATE SCHEMA posting" \
		-c "CREATE EXTENSION posting_parser SCHEMA posting" \
		-c "ALTER DATABASE $1 SET search_path = public, posting"
}

# Everything up to a database of the given name; nothing where the caller has done that.
ready()
{
	[ -z "${POSTING_SERVER:-}" ] || return 0
	need_tools
	step "building posting_parser for $("$PG_CONFIG" --version)"
	copy_tree
	quietly build || die "the build failed"
	quietly install_privately || die "the installation failed"
	step "starting a throw-away server in $work"
	start_server
	create_database "$1" || die "CREATE EXTENSION failed"
}

# load_texts TABLE ARGUMENT...: makes TABLE (n, id, raw) from files; the arguments are those of texts.py.
load_texts()
{
	local table=$1

	shift
	psql -Xq -v ON_ERROR_STOP=1 -c "CREATE TABLE $table (n bigint GENERATED ALWAYS AS IDENTITY, id text, raw text)" &&
	python3 "$top/test/texts.py" "$@" | psql -Xq -v ON_ERROR_STOP=1 -c "COPY $table (id, raw) FROM STDIN"
}

# Prints the file of texts that a benchmark reads where none is named.
default_texts()
{
	if [ -f "$top/../shared/bench/postings.csv.gz" ]; then
		echo "$top/../shared/bench/postings.csv.gz"
	else
		echo "$top/test/corpus/sample.jsonl"
	fi
}

# Prints the comment at the head of the running script.
usage()
{
	sed -n '/^# shellcheck/d; 2,/^[^#]/s/^# \{0,1\}//p' "$0"
}

# ------------------------------------------------------------------ checks: test/all, test/full

passed=0
failed=0

# Counts one check that has been made and says how it went.
pass()
{
	passed=$((passed + 1))
	printf 'ok     %s\n' "$*"
}

fail()
{
	failed=$((failed + 1))
	printf 'FAILED %s\n' "$*"
}

skip()
{
	printf '%s\n' "-      $* (skipped)"
}

# check NAME COMMAND...: passes where the command does; shows what it printed where not.
check()
{
	local name=$1

	shift
	if "$@" > "$work/out" 2>&1 < /dev/null; then
		pass "$name"
	else
		fail "$name"
		tail -n 40 "$work/out" | cut -c 1-400 | sed 's/^/       | /'
		return 1
	fi
}

# count_tap NAME COMMAND...: counts the `ok` and `not ok` lines that the command prints.
count_tap()
{
	local name=$1 line status ok=0 bad=0

	shift
	"$@" > "$work/out" 2>&1 < /dev/null
	status=$?
	while IFS= read -r line; do
		case $line in
			"ok "*) ok=$((ok + 1)); pass "$name: ${line#ok }" ;;
			"not ok "*) bad=$((bad + 1)); fail "$name: ${line#not ok }" ;;
			*) printf '       | %s\n' "$line" ;;
		esac
	done < "$work/out"
	[ $status = 0 ] || [ $bad -gt 0 ] || fail "$name: ended with status $status"
	[ $((ok + bad)) -gt 0 ] || [ $status != 0 ] || fail "$name: printed no result"
}

# asks SQL: prints what it returns, bare.
asks()
{
	psql -XqAt -v ON_ERROR_STOP=1 -c "$1"
}

# same SQL EXPECTED: whether the query returns just that.
same()
{
	local got

	got=$(asks "$1") || return
	[ "$got" = "$2" ] || { printf 'expected %s, got %s\n' "$2" "$got"; return 1; }
}

# Says how many passed and failed, and ends the script.
finish()
{
	printf '%s passed, %s failed\n' "$passed" "$failed"
	[ "$failed" = 0 ]
	exit
}

# Warnings are errors here, never in the Makefile that users run.  PostgreSQL's own headers need the first two
# exceptions; tables leave trailing fields zero; "clobbered" cannot see that nothing is read after the arena's jump.
strict="-Wall -Wextra -Werror -Wno-unused-parameter -Wno-sign-compare -Wno-missing-field-initializers -Wno-clobbered"
strict+=" -Wshadow=compatible-local"
strict+=" -DUSE_ASSERT_CHECKING"

# Whether there is a clang with libFuzzer.
fuzzer_works()
{
	have clang && echo 'int LLVMFuzzerTestOneInput(const char *s, long n) { return s == 0 && n == 1; }' |
		clang -x c -fsanitize=fuzzer,address,undefined -o "$work/fuzzer" - > /dev/null 2>&1
}
