namespace Competency.Versions;

/// <summary>The one-to-one assignment of rows to columns with the largest sum (the Hungarian method with potentials, cubic in the larger side).</summary>
internal static class Assignment
{
    /// <summary>The column of each row; -1 for a row that gets none, where there are more rows than columns.</summary>
    /// <param name="gain">What a row and a column give together; not negative.</param>
    public static int[] Best(double[,] gain)
    {
        var (rows, columns) = (gain.GetLength(0), gain.GetLength(1));
        var size = Math.Max(rows, columns);

        // Rows and columns count from 1; 0 is the row that is being placed. Costs are gains turned round, missing cells cost nothing.
        var rowPotential = new double[size + 1];
        var columnPotential = new double[size + 1];
        var rowOf = new int[size + 1];
        var previous = new int[size + 1];
        for (var row = 1; row <= size; row++)
        {
            rowOf[0] = row;
            var column = 0;
            var least = Enumerable.Repeat(double.PositiveInfinity, size + 1).ToArray();
            var used = new bool[size + 1];
            do
            {
                used[column] = true;
                var (delta, next) = (double.PositiveInfinity, 0);
                for (var c = 1; c <= size; c++)
                {
                    if (used[c])
                    {
                        continue;
                    }

                    var reduced = Cost(rowOf[column], c) - rowPotential[rowOf[column]] - columnPotential[c];
                    if (reduced < least[c])
                    {
                        (least[c], previous[c]) = (reduced, column);
                    }

                    if (least[c] < delta)
                    {
                        (delta, next) = (least[c], c);
                    }
                }

                for (var c = 0; c <= size; c++)
                {
                    if (used[c])
                    {
                        rowPotential[rowOf[c]] += delta;
                        columnPotential[c] -= delta;
                    }
                    else
                    {
                        least[c] -= delta;
                    }
                }

                column = next;
            }
            while (rowOf[column] != 0);

            while (column != 0)
            {
                rowOf[column] = rowOf[previous[column]];
                column = previous[column];
            }
        }

        var result = Enumerable.Repeat(-1, rows).ToArray();
        for (var c = 1; c <= columns; c++)
        {
            if (rowOf[c] <= rows)
            {
                result[rowOf[c] - 1] = c - 1;
            }
        }

        return result;

        double Cost(int row, int column) => row <= rows && column <= columns ? -gain[row - 1, column - 1] : 0;
    }
}
