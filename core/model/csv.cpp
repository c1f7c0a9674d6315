// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/csv.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell::csv {

QString words(const QString &text)
{
    const QString formula = u"=+-@\t\r\n＝＋－＠"_s; // wide ones, too: some spreadsheets make them narrow
    QString field = !text.isEmpty() && formula.contains(text.front()) ? QString(u'\'' + text) : text;
    const bool needsQuotes = std::any_of(field.cbegin(), field.cend(), [](QChar letter) {
        return letter == u'"' || letter == u',' || letter == u'\r' || letter == u'\n';
    });
    if (needsQuotes) {
        field.replace(u'"', u"\"\""_s);
        field = u'"' + field + u'"';
    }
    return field;
}

QByteArray record(const QStringList &fields)
{
    return fields.join(u',').toUtf8() + "\r\n";
}

} // namespace lightwell::csv
