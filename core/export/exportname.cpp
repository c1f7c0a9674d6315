// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exportname.h"

#include "core/export/exportreasons.h"
#include "core/model/filename.h"

#include <QRegularExpression>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestPrompt = 60; // bytes, so that others find room behind it
constexpr qsizetype longestName = 200;

const QRegularExpression &field()
{
    static const QRegularExpression pattern(u"\\{([^{}]*)\\}"_s);
    return pattern;
}

QString part(const QString &words, qsizetype maxBytes = longestName)
{
    return words.trimmed().isEmpty() ? QString() : fileStem(words, maxBytes);
}

QString valueOf(const QString &name, const ExportFacts &facts)
{
    const QDateTime created = facts.createdAt.toLocalTime();
    if (name == "date"_L1) {
        return created.isValid() ? created.toString(u"yyyy-MM-dd"_s) : QString();
    }
    if (name == "time"_L1) {
        return created.isValid() ? created.toString(u"hh-mm-ss"_s) : QString();
    }
    if (name == "prompt"_L1) {
        return part(facts.prompt, longestPrompt);
    }
    if (name == "model"_L1) {
        return part(facts.model);
    }
    if (name == "provider"_L1) {
        return part(facts.provider);
    }
    if (name == "seed"_L1) {
        return facts.seed ? QString::number(*facts.seed) : QString();
    }
    if (name == "size"_L1) {
        return facts.size.isEmpty() ? QString() : u"%1x%2"_s.arg(facts.size.width()).arg(facts.size.height());
    }
    if (name == "n"_L1) {
        return QString::number(facts.number).rightJustified(QString::number(facts.count).size(), u'0');
    }
    return part(facts.name);
}

bool isSeparator(const QString &text)
{
    static const QRegularExpression separators(u"^[-_. ]+$"_s);
    return separators.match(text).hasMatch();
}

} // namespace

QStringList exportNameFields()
{
    return {u"date"_s, u"time"_s, u"prompt"_s, u"model"_s, u"provider"_s, u"seed"_s, u"size"_s, u"name"_s, u"n"_s};
}

Status checkExportName(const QString &pattern)
{
    auto fields = field().globalMatch(pattern);
    while (fields.hasNext()) {
        const QRegularExpressionMatch match = fields.next();
        if (!exportNameFields().contains(match.captured(1))) {
            return notSent(ErrorKind::Invalid, reasons::unknownNameField(match.captured()), u"name"_s);
        }
    }
    return Success();
}

QString exportName(const QString &pattern, const ExportFacts &facts)
{
    QStringList between; // before each value, and behind the last one
    QStringList values;
    qsizetype at = 0;
    auto fields = field().globalMatch(pattern);
    while (fields.hasNext()) {
        const QRegularExpressionMatch match = fields.next();
        between.append(pattern.mid(at, match.capturedStart() - at));
        values.append(valueOf(match.captured(1), facts));
        at = match.capturedEnd();
    }
    between.append(pattern.mid(at));
    QString name;
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (values.at(i).isEmpty()) { // what joins it to a neighbour goes with it
            QString &joint = isSeparator(between.at(i)) ? between[i] : between[i + 1];
            joint = isSeparator(joint) ? QString() : joint;
        }
        name += between.at(i) + values.at(i);
    }
    name += between.last();
    return fileStem(name, longestName);
}

} // namespace lightwell
