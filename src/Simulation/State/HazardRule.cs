namespace LeadershipSim.Simulation.State;

/// <summary>How an agent's hazard of leaving follows from its strain: h0·exp(β s).</summary>
internal readonly record struct HazardRule(double Baseline, double StrainEffect)
{
    public double At(double strain) => Baseline * Math.Exp(StrainEffect * strain);
}
