# Completion of leadersim for fish. Put into ~/.config/fish/completions/leadersim.fish:  leadersim completion fish
function __leadersim_complete
    set -l line (commandline --current-process --cut-at-cursor | string replace --regex '^\s*\S+\s' '')
    set -l token (commandline --current-token --cut-at-cursor)
    set -l found (leadersim "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null | string match --regex '.+')
    if not string match --quiet -- '-*' "$token"
        set found (string match --invert -- '-*' $found)
    end
    printf '%s\n' $found
    set --query found[1]
end
# Files, where there is nothing to suggest.
complete --command leadersim --condition '__leadersim_complete >/dev/null' --no-files --arguments '(__leadersim_complete)'
