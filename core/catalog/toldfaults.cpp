// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person is told of a model list that was read.
#include "core/catalog/catalogreading.h"
#include "core/catalog/catalogtext.h"
#include "core/model/displaytext.h"

using namespace Qt::StringLiterals;

namespace lightwell {

namespace {

QString told(const CatalogFault &fault)
{
    constexpr qsizetype longest = 80;
    const QString name = shortened(fault.name, longest);
    if (fault.place.isEmpty()) {
        return fault.what;
    }
    return CatalogText::tr("%1 is left out: %2 Correct it or take it away.")
        .arg(name.isEmpty() ? fault.place : u"%1 (%2)"_s.arg(fault.place, name), fault.what);
}

} // namespace

QStringList toldFaults(const CatalogReading &reading)
{
    QStringList all;
    for (const CatalogFault &fault : reading.faults) {
        all.append(told(fault));
    }
    if (reading.furtherFaults > 0) {
        all.append(CatalogText::tr("And %n more are left out.", nullptr, static_cast<int>(reading.furtherFaults)));
    }
    return all + reading.limits;
}

} // namespace lightwell
