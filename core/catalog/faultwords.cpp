// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/faultwords.h"

#include "core/catalog/catalogtext.h"
#include "core/model/displaytext.h"
#include "core/model/similarnames.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QString expectation(FieldFault::Expected expected)
{
    switch (expected) {
    case FieldFault::Expected::Text:
        return CatalogText::tr("a text");
    case FieldFault::Expected::Number:
        return CatalogText::tr("a number");
    case FieldFault::Expected::WholeNumber:
        return CatalogText::tr("a whole number");
    case FieldFault::Expected::TrueOrFalse:
        return CatalogText::tr("true or false");
    case FieldFault::Expected::List:
        return CatalogText::tr("a list");
    case FieldFault::Expected::Object:
        return CatalogText::tr("an object");
    case FieldFault::Expected::Size:
        return CatalogText::tr("a size such as 1024x768");
    case FieldFault::Expected::Ratio:
        return CatalogText::tr("an aspect ratio such as 16:9");
    case FieldFault::Expected::Tier:
        return CatalogText::tr("a resolution: 0.5K, 1K, 2K or 4K");
    case FieldFault::Expected::Format:
        return CatalogText::tr("a picture format such as png");
    case FieldFault::Expected::Rule:
        return CatalogText::tr("a size rule such as {\"kind\": \"range\", \"multiple_of\": 16, \"max_side\": 2048}");
    }
    return {};
}

QString shownNumber(double number)
{
    return QString::number(number, 'g', 15);
}

} // namespace

QString faultWords(const FieldFault &fault, const JsonPath &place)
{
    constexpr qsizetype longest = 60;
    const QString where = place.toString();
    const QString value = shortened(displayText(fault.value), longest);
    switch (fault.kind) {
    case FieldFault::Kind::Unknown: {
        const QString name = fault.path.steps().isEmpty() ? QString() : fault.path.steps().last().name;
        const QStringList near = similarNames(name, fault.known, 1);
        return near.isEmpty() ? CatalogText::tr("%1 is not known.").arg(where)
                              : CatalogText::tr("%1 is not known; did you mean %2?").arg(where, near.first());
    }
    case FieldFault::Kind::Missing:
        return CatalogText::tr("%1 is missing; it must be %2.").arg(where, expectation(fault.expected));
    case FieldFault::Kind::Unusable:
        return value.isEmpty()
            ? CatalogText::tr("%1 must be %2.").arg(where, expectation(fault.expected))
            : CatalogText::tr("%1 must be %2, not “%3”.").arg(where, expectation(fault.expected), value);
    case FieldFault::Kind::OutOfRange:
        return CatalogText::tr("%1 must lie between %2 and %3; it is %4.")
            .arg(where, shownNumber(fault.least), shownNumber(fault.most), value);
    case FieldFault::Kind::UnknownWord: {
        const QString all = fault.known.join(", "_L1);
        if (value.isEmpty()) {
            return CatalogText::tr("%1 is missing; it is one of: %2.").arg(where, all);
        }
        const QStringList near = similarNames(fault.value, fault.known, 1);
        return near.isEmpty() ? CatalogText::tr("%1 cannot be “%2”; it is one of: %3.").arg(where, value, all)
                              : CatalogText::tr("%1 cannot be “%2”; did you mean %3? It is one of: %4.")
                                    .arg(where, value, near.first(), all);
    }
    case FieldFault::Kind::Misplaced:
        return CatalogText::tr("%1 counts for nothing here.").arg(where);
    }
    return {};
}

} // namespace lightwell
