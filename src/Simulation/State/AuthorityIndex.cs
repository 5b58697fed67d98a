using LeadershipSim.Simulation.Measures;

namespace LeadershipSim.Simulation.State;

/// <summary>
/// Draws holders in proportion to authority: cumulative authority over seats ordered by site, so that each site is a range.
/// Rebuilt only when authority has changed since.
/// </summary>
internal sealed class AuthorityIndex
{
    private int[] _seatAt = [];
    private int[] _siteStart = [];
    private double[] _cumulative = [];
    private int _seats;
    private int _sites;
    private int _version = -1;
    private int _lastDrawn;

    /// <summary>Authority held by agents.</summary>
    public double Held => _cumulative[_seats];

    public void Reset(Organization organization)
    {
        (_seats, _sites, _version, _lastDrawn) = (organization.Seats, organization.Sites, -1, 0);
        if (_seatAt.Length < _seats)
        {
            _seatAt = new int[_seats];
            _cumulative = new double[_seats + 1];
        }

        if (_siteStart.Length < _sites + 1)
        {
            _siteStart = new int[_sites + 1];
        }

        _siteStart[0] = 0;
        for (var site = 0; site < _sites; site++)
        {
            _siteStart[site + 1] = _siteStart[site] + organization.SeatsAtSite[site];
        }

        // Filled from the start of each site's range, which moves on and is put back.
        for (var seat = 0; seat < _seats; seat++)
        {
            _seatAt[_siteStart[organization.Site[seat]]++] = seat;
        }

        for (var site = _sites; site > 0; site--)
        {
            _siteStart[site] = _siteStart[site - 1];
        }

        _siteStart[0] = 0;
    }

    public void Update(Organization organization)
    {
        if (_version == organization.AuthorityVersion)
        {
            return;
        }

        _version = organization.AuthorityVersion;
        var authority = organization.Authority;
        var sum = 0.0;
        _cumulative[0] = 0;
        for (var position = 0; position < _seats; position++)
        {
            sum += authority[_seatAt[position]];
            _cumulative[position + 1] = sum;
        }
    }

    public double HeldAt(int site) => _cumulative[_siteStart[site + 1]] - _cumulative[_siteStart[site]];

    /// <summary>The holder at which a uniform draw on [0, 1) falls.</summary>
    public int HolderAt(double uniform)
    {
        // Where few hold nearly all, the same holder is drawn time and again.
        var target = uniform * Held;
        if (!(_cumulative[_lastDrawn] <= target && target < _cumulative[_lastDrawn + 1]))
        {
            _lastDrawn = Search(0, _seats, target);
        }

        return _seatAt[_lastDrawn];
    }

    /// <summary>The holder of a site at which a uniform draw on [0, 1) falls.</summary>
    public int HolderAt(int site, double uniform) =>
        _seatAt[Search(_siteStart[site], _siteStart[site + 1], _cumulative[_siteStart[site]] + (uniform * HeldAt(site)))];

    // The first position whose cumulative authority exceeds the target; steps back where rounding met the end of the range.
    private int Search(int from, int to, double target)
    {
        var at = Math.Min(from + AscendingValues.CountUpTo(_cumulative.AsSpan(from + 1, to - from), target), to - 1);
        while (at > 0 && _cumulative[at + 1] == _cumulative[at])
        {
            at--;
        }

        return at;
    }
}
