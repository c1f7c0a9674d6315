// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/report.h"

#include <QJsonArray>

#include <algorithm>

namespace lightwell::bench {

using namespace Qt::StringLiterals;

namespace {

QString number(double value)
{
    const double size = std::abs(value);
    return QString::number(value, 'f', size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

QStringList cells(const Figure &figure)
{
    const QString value = figure.value ? QString(number(*figure.value) + u' ' + figure.unit) : u"-"_s;
    return {figure.name, value, figure.aim.isEmpty() ? QString() : u"aim: "_s + figure.aim, figure.note};
}

} // namespace

QString asTable(const QString &measurement, const QList<Figure> &figures)
{
    QList<QStringList> rows;
    QList<qsizetype> widths(4, 0);
    for (const Figure &figure : figures) {
        rows.append(cells(figure));
        for (qsizetype column = 0; column < widths.size(); ++column) {
            widths[column] = std::max(widths.at(column), rows.last().at(column).size());
        }
    }
    QString text = measurement + u'\n';
    for (const QStringList &row : std::as_const(rows)) {
        QString line = u"  "_s;
        for (qsizetype column = 0; column < widths.size(); ++column) {
            const QString &cell = row.at(column);
            line += column == 1 ? cell.rightJustified(widths.at(column)) : cell.leftJustified(widths.at(column));
            line += widths.at(column) > 0 ? u"  "_s : QString();
        }
        while (line.endsWith(u' ')) {
            line.chop(1);
        }
        text += line + u'\n';
    }
    return text;
}

QJsonObject asJson(const QString &measurement, const QList<Figure> &figures)
{
    QJsonArray list;
    for (const Figure &figure : figures) {
        QJsonObject entry {{u"name"_s, figure.name},
                           {u"value"_s, figure.value ? QJsonValue(*figure.value) : QJsonValue()},
                           {u"unit"_s, figure.unit},
                           {u"aim"_s, figure.aim},
                           {u"note"_s, figure.note}};
        if (!figure.details.isEmpty()) {
            entry.insert(u"details"_s, figure.details);
        }
        list.append(entry);
    }
    return {{u"measurement"_s, measurement}, {u"figures"_s, list}};
}

} // namespace lightwell::bench
