using LeadershipSim.Analysis.Fitting;
using MathNet.Numerics.LinearAlgebra;

namespace LeadershipSim.Analysis.Survival.Regression;

/// <summary>The partial log-likelihood of a Cox model.</summary>
internal static class PartialLikelihood
{
    /// <summary>Computes it at some coefficients.</summary>
    public static LogLikelihood At(RiskSets sets, double[] coefficients, TiedTimes ties)
    {
        var size = sets.Columns;
        var value = 0.0;
        var gradient = Vector<double>.Build.Dense(size);
        var information = Matrix<double>.Build.Dense(size, size);
        sets.Visit(sets.Risks(coefficients), moments =>
        {
            foreach (var row in moments.Events)
            {
                var weight = sets.Rows[row].Weight;
                value += weight * sets.LinearPredictor(row, coefficients);
                for (var j = 0; j < size; j++)
                {
                    gradient[j] += weight * sets.Covariates[row][j];
                }
            }

            foreach (var (fraction, weight) in moments.Parts(ties))
            {
                value -= weight * Math.Log(moments.Total(fraction));
                for (var j = 0; j < size; j++)
                {
                    gradient[j] -= weight * moments.Mean(fraction, j);
                    for (var k = 0; k < size; k++)
                    {
                        information[j, k] += weight * moments.Covariance(fraction, j, k);
                    }
                }
            }
        });
        return new LogLikelihood(value, gradient, information);
    }
}
