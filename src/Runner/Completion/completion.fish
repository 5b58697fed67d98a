# Completion of leadersim for fish. Put into ~/.config/fish/completions/leadersim.fish:  leadersim completion fish
function __leadersim_complete
    set -l line (commandline --current-process --cut-at-cursor | string replace --regex '^\s*\S+\s' '')
    set -l token (commandline --current-token --cut-at-cursor)
    set -l found (leadersim "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)
    if not string match --quiet -- '-*' "$token"
        set found (string match --invert -- '-*' $found)
    end
    if set --query found[1]
        printf '%s\n' $found
    else
        __fish_complete_path "$token"
    end
end
complete --command leadersim --no-files --arguments '(__leadersim_complete)'
