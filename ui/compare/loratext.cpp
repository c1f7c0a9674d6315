// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/loratext.h"

#include <QJsonObject>
#include <QStringList>

namespace lightwell {

using namespace Qt::StringLiterals;

QJsonArray lorasFromText(const QString &text)
{
    QJsonArray loras;
    const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString whole = part.trimmed();
        if (whole.isEmpty()) {
            continue;
        }
        const qsizetype colon = whole.lastIndexOf(u':');
        bool isWeight = false;
        const double weight = colon < 0 ? 1 : whole.mid(colon + 1).toDouble(&isWeight);
        loras.append(QJsonObject {{"name"_L1, isWeight ? whole.left(colon).trimmed() : whole},
                                  {"weight"_L1, isWeight ? weight : 1}});
    }
    return loras;
}

QString lorasToText(const QList<Lora> &loras)
{
    QStringList parts;
    for (const Lora &lora : loras) {
        const bool isPlain =
            lora.weight == 1 && !lora.name.contains(u':'); // else a number in it might be taken for one
        parts.append(isPlain ? lora.name : u"%1:%2"_s.arg(lora.name, QString::number(lora.weight)));
    }
    return parts.join(u", "_s);
}

} // namespace lightwell
