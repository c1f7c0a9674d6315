// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a language model says: it stays as it is, or becomes JSON, and what is JSON stays.
#include "core/chat/responsehealing.h"
#include "core/model/boundedjson.h"
#include "tests/fuzz/require.h"

#include <QRegularExpression>

#include <cstdint>

using namespace lightwell;
using namespace lightwell::fuzz;

namespace {

/// Legal, but for no double to hold: what reads JSON may refuse it.
bool hasHugeNumber(const QString &json)
{
    static const QRegularExpression digits(QStringLiteral("[0-9]{300}|[eE][+-]?[0-9]{3}"));
    return json.contains(digits);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString text = QString::fromUtf8(bytes);
    const QJsonObject schema {{QStringLiteral("type"), QStringLiteral("array")}};
    for (const HealingTask &task : {HealingTask {.text = text}, HealingTask {.text = text, .schema = schema},
                                    HealingTask {.text = text, .wasCutOff = true}}) {
        const Healing healing = heal(task);
        if (healing.verdict != Healing::Verdict::Repaired) {
            require(healing.text == text, "unchanged");
            continue;
        }
        require(hasHugeNumber(healing.text) || readJson(healing.text.toUtf8(), jsonlimits::own).ok(), "legal");
        require(heal({.text = healing.text}).verdict == Healing::Verdict::Valid, "valid");
    }
    return 0;
}
