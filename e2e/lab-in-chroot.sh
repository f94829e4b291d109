#!/usr/bin/env bash
# lab-in-chroot.sh DIR HOME PROJECT COMMAND…   Runs a command in the chroot DIR, where HOME and PROJECT are at the same paths.
# This is to be the first process of a mount and process namespace of its own: nothing that is mounted here is seen outside.
set -euo pipefail
root=$1 home=$2 project=$3
shift 3
mkdir -p "$root$home" "$root$project"
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount --bind "$home" "$root$home"
mount --bind "$project" "$root$project"
chroot "$root" /usr/bin/env PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin LANG=C.UTF-8 \
  sh -c 'cd "$1" && shift && exec "$@"' sh "$project" "$@" &
child=$!
trap 'kill -TERM "$child"' TERM INT
while kill -0 "$child" 2>/dev/null; do wait "$child" || true; done
