// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace lightwell {

/// A model's answer that was to be JSON.
struct HealingTask
{
    QString text;
    QJsonObject schema = {}; ///< of JSON Schema, as `response_format` has it; empty: any object
    bool wasCutOff = false; ///< it ended before its end, see endsEarly()
};

struct Healing
{
    enum class Verdict {
        Valid, ///< the text was JSON as it came
        Repaired, ///< it is JSON now
        CutOff, ///< its end is missing, which nobody can make up
        Hopeless, ///< no JSON is to be found in it
    };
    Verdict verdict = Verdict::Hopeless;
    QString text; ///< unchanged unless it was repaired
};

/// Mends the syntax of JSON that a language model wrote: fences and prose around it, missing or superfluous commas,
/// quotes and brackets, names without quotes, single quotes, Python's and JavaScript's literals, comments, malformed
/// numbers, raw control characters. Of several pieces of JSON the one that the schema describes is meant, else the
/// longest. Names and types are never changed. Takes time in proportion to the text.
[[nodiscard]] Healing heal(const HealingTask &task);

} // namespace lightwell
