// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace lightwell::mcp {

/// The revisions of the protocol, oldest first. All but the last begin with `initialize`; that one says with every
/// request what it needs (core/mcp/opening.h).
enum class Revision { Of20241105, Of20250326, Of20250618, Of20251125, Of20260728 };

[[nodiscard]] QString revisionName(Revision revision); ///< "2025-11-25"
[[nodiscard]] std::optional<Revision> revisionFromName(const QString &name);
[[nodiscard]] QStringList revisionNames(); ///< newest first

inline constexpr Revision newestWithHandshake = Revision::Of20251125;
/// What a request over HTTP is of that does not say it.
inline constexpr Revision assumedRevision = Revision::Of20250326;

[[nodiscard]] constexpr bool isStateless(Revision revision)
{
    return revision >= Revision::Of20260728;
}
/// Only one revision has them.
[[nodiscard]] constexpr bool takesBatches(Revision revision)
{
    return revision == Revision::Of20250326;
}
[[nodiscard]] constexpr bool hasAnnotations(Revision revision)
{
    return revision >= Revision::Of20250326;
}
/// Also progress that says something.
[[nodiscard]] constexpr bool hasProgressMessages(Revision revision)
{
    return revision >= Revision::Of20250326;
}
/// Schemas of results, links to resources, titles and questions to the user came together.
[[nodiscard]] constexpr bool hasStructuredResults(Revision revision)
{
    return revision >= Revision::Of20250618;
}
[[nodiscard]] constexpr bool hasQuestions(Revision revision)
{
    return revision >= Revision::Of20250618;
}

} // namespace lightwell::mcp
