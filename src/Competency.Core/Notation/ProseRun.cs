using Competency.Text;

namespace Competency.Notation;

/// <summary>Codes, ranges and qualified references that follow one another in prose.</summary>
/// <param name="Span">Where they stand.</param>
/// <param name="Codes">How many codes are written.</param>
/// <param name="IsQualified">Whether one of them names its standard, so that it surely is a reference.</param>
/// <param name="IsBehavioursOnly">Whether all are behaviours: <c>B1</c> and <c>B2</c> can be headings.</param>
/// <param name="MayBeStorage">Whether all are skills, S3 among them, which is a service for storage too.</param>
internal readonly record struct ProseRun(SourceSpan Span, int Codes, bool IsQualified, bool IsBehavioursOnly, bool MayBeStorage);
