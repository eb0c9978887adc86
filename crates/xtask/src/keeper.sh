# Outlives the command that started it, however that one ends (an error, Ctrl-C, kill -9), then
# ends the process groups it was told of and removes the folder given as $1.
# Reads "keep GROUP" and "gone GROUP"; the end of its input means that the command has ended.
trap '' HUP INT QUIT TERM
folder=$1
groups=
while read -r word group; do
    case $word in
    keep) groups="$groups $group" ;;
    gone)
        others=
        for one in $groups; do
            [ "$one" = "$group" ] || others="$others $one"
        done
        groups=$others
        ;;
    esac
done

any_left() {
    for one in $groups; do
        kill -s 0 -- "-$one" && return 0
    done
    return 1
}

for signal in TERM INT KILL; do
    for one in $groups; do
        kill -s "$signal" -- "-$one"
    done
    for second in 1 2 3 4 5; do
        any_left || break 2
        sleep 1
    done
done
# A process that was still dying may have written during the first pass.
rm -rf -- "$folder" || rm -rf -- "$folder"
