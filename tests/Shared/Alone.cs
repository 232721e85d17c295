namespace Competency.Testing;

/// <summary>Tests that measure what is the whole process's, such as memory: no other runs beside them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
