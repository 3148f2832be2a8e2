#!/bin/sh
# Runs a server that must not outlive Edgeglass: sh watch.sh GRACE FOLDER PROGRAM ARGUMENT...
#
# Standard input is a pipe whose other end Edgeglass holds and never writes to. When Edgeglass ends, however it ends, the
# kernel closes that end; the guard reads the end of file, asks the server to stop (SIGTERM) and after GRACE seconds ends it
# (SIGKILL). Edgeglass stops the server in the same way. FOLDER, if not empty, is deleted after the server. The first line
# of the output is the server's process id; the exit code is the server's.
#
# Only what POSIX promises is used: this runs under dash, bash, busybox and macOS' sh.

grace=$1 folder=$2
shift 2

# Ctrl+C and a closed terminal reach the whole foreground group. Edgeglass gets them too, and its end reaches us as the end
# of file. (The server sets its own handlers for these signals, so that it does not inherit the silence.)
trap '' HUP INT QUIT

# Without this the shell would give background commands an empty standard input in place of the pipe.
exec 3<&0 </dev/null

sh -c 'echo "$$"; exec "$0" "$@"' "$@" 3<&- &
server=$!

(
    # A signal to the whole group must not take the guard away while the server still runs.
    trap '' TERM
    read -r _ <&3
    kill -TERM "$server"
    while [ "$grace" -gt 0 ]; do
        sleep 1
        # When the server is gone, its number may be another's soon.
        kill -0 "$server" || exit 0
        grace=$((grace - 1))
    done
    kill -KILL "$server"
) >/dev/null 2>&1 &
guard=$!
exec 3<&-

trap 'kill -TERM "$server" 2>/dev/null' TERM

# A trapped signal ends the wait early, with the server still there.
while :; do
    wait "$server"
    code=$?
    kill -0 "$server" 2>/dev/null || break
done

kill -KILL "$guard" 2>/dev/null
wait "$guard" 2>/dev/null
[ -z "$folder" ] || rm -rf -- "$folder"
exit "$code"
