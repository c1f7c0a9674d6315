// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/wording.h"

#include "core/model/reasonsearch.h"
#include "core/wording/namedvalues.h"
#include "core/wording/table.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace lightwell::wording {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Wording)
};

/// A long list of styles helps nobody in a sentence.
QString enumerated(const QJsonArray &words)
{
    constexpr qsizetype enough = 8;
    QStringList list;
    for (const QJsonValue word : words) {
        if (list.size() < enough) {
            list.append(word.toString());
        }
    }
    return list.join(u", "_s) + (words.size() > enough ? u" …"_s : QString());
}

QString allNamed(const Names::NameOf &nameOf, const QJsonArray &ids)
{
    QStringList list;
    for (const QJsonValue id : ids) {
        list.append(named(nameOf, id.toString()));
    }
    return list.join(u", "_s);
}

QString fitWord(const QString &fit)
{
    switch (fitFromName(fit).value_or(Fit::Closest)) {
    case Fit::Crop:
        return Text::tr("scaled and cut");
    case Fit::Contain:
        return Text::tr("scaled and framed");
    case Fit::Stretch:
        return Text::tr("stretched");
    case Fit::Closest:
        break;
    }
    return fit;
}

QString formatWord(const QString &format)
{
    const std::optional<ImageFormat> known = formatFromName(format);
    return known ? formatLabel(*known) : format;
}

QString sizeText(const QJsonArray &size)
{
    return QString::number(size.at(0).toInt()) + u" × "_s + QString::number(size.at(1).toInt());
}

/// Of a kind that a later version invented, what it holds.
QString plainText(const QJsonValue &value)
{
    return value.isObject() ? value.toObject().begin().value().toVariant().toString() : value.toVariant().toString();
}

QString shown(const ReasonValue &value, const Names &names)
{
    switch (value.kind) {
    case ReasonValue::Kind::Number:
        return QString::number(value.value.toInteger());
    case ReasonValue::Kind::Size:
        return sizeText(value.value.toArray());
    case ReasonValue::Kind::Money:
        return amount(Money::fromJson(value.value), names);
    case ReasonValue::Kind::Model:
        return named(names.model, value.value.toString());
    case ReasonValue::Kind::Provider:
        return named(names.provider, value.value.toString());
    case ReasonValue::Kind::Models:
        return allNamed(names.model, value.value.toArray());
    case ReasonValue::Kind::Providers:
        return allNamed(names.provider, value.value.toArray());
    case ReasonValue::Kind::Bytes:
        return QLocale().formattedDataSize(value.value.toInteger());
    case ReasonValue::Kind::Field:
        return named(names.field, value.value.toString());
    case ReasonValue::Kind::Format:
        return formatWord(value.value.toString());
    case ReasonValue::Kind::Fit:
        return fitWord(value.value.toString());
    case ReasonValue::Kind::List:
        return enumerated(value.value.toArray());
    case ReasonValue::Kind::Reasons: {
        QStringList sentences;
        const QJsonArray list = value.value.toArray();
        for (const QJsonValue entry : list) {
            sentences.append(sentence(Reason::fromJson(entry), names));
        }
        return sentences.join(u' ');
    }
    case ReasonValue::Kind::Text:
        break;
    }
    return plainText(value.value);
}

/// In one go: a value may itself hold "%1".
QString filled(const QString &text, const QStringList &values)
{
    QString result;
    qsizetype done = 0;
    for (qsizetype mark = text.indexOf(u'%'); mark >= 0; mark = text.indexOf(u'%', mark + 1)) {
        const QChar digit = mark + 1 < text.size() ? text.at(mark + 1) : QChar();
        const int number = digit.isDigit() ? digit.digitValue() : 0;
        if (number >= 1 && number <= values.size()) {
            result += QStringView(text).sliced(done, mark - done);
            result += values.at(number - 1);
            done = mark + 2;
        }
    }
    return result += QStringView(text).sliced(done);
}

QString withoutWords(const Reason &reason, const QStringList &values)
{
    return values.isEmpty() ? Text::tr("The reason is called “%1”.").arg(reason.code)
                            : filled(Text::tr("The reason is called “%1” (%2)."), {reason.code, values.join(u", "_s)});
}

QString sentenceWith(const Reason &reason, const Names &names, const char *Aside::*added)
{
    if (reason.isEmpty()) {
        return {};
    }
    QStringList values;
    for (const ReasonValue &value : reason.values) {
        values.append(shown(value, names));
    }
    const Row *row = rowOf(reason.code);
    if (!row || row->kinds.size() != values.size()) {
        return withoutWords(reason, values);
    }
    const QString said = filled(QCoreApplication::translate(row->context, row->text), values);
    const char *aside = row->aside.*added;
    return aside ? QString(said + u' ' + QCoreApplication::translate(row->context, aside)) : said;
}

} // namespace

QString sentence(const Reason &reason, const Names &names)
{
    return sentenceWith(reason, names, &Aside::elsewhere);
}

QString sentence(const Error &error, const Names &names)
{
    return sentence(error.why(), names);
}

QString sentenceAtWindow(const Error &error, const Names &names)
{
    return sentenceWith(error.why(), names, &Aside::atWindow);
}

QString detailBeside(const Error &error)
{
    const bool isSaid = anyReason(
        error.why(), [&error](const Reason &reason) { return reason.values.contains(ReasonValue(error.detail)); });
    return isSaid ? QString() : error.detail;
}

QString vendorAnswer(const Error &error)
{
    if (error.httpStatus == 0 && error.detail.isEmpty()) {
        return {}; // a code is one of ours then, or says no more than the sentence
    }
    QStringList head {error.httpStatus == 0 ? QString() : QString::number(error.httpStatus), error.code};
    head.removeAll(QString());
    QStringList parts {head.join(u' '), detailBeside(error).trimmed()};
    parts.removeAll(QString());
    return parts.join(u": "_s);
}

bool saysBilling(const Error &error)
{
    return anyReason(error.why(), [](const Reason &reason) {
        const Row *row = rowOf(reason.code);
        return row && row->bill == Bill::Said;
    });
}

QJsonObject toldJson(const Reason &reason, const Names &names)
{
    return {{"code"_L1, reason.code}, {"message"_L1, sentence(reason, names)}};
}

QJsonObject toldJson(const PlannedParameter &parameter, const Names &names)
{
    QJsonObject object = parameter.toJson();
    if (!parameter.reason.isEmpty()) {
        object.insert("reason"_L1, sentence(parameter.reason, names));
    }
    return object;
}

QJsonObject toldJson(const Error &error, const Names &names)
{
    QJsonObject object = error.toJson();
    object.remove("reason"_L1);
    object.insert("message"_L1, sentence(error, names));
    return object;
}

QJsonObject toldJson(const Attempt &attempt, const Names &names)
{
    QJsonObject object = attempt.toJson();
    if (attempt.error) {
        object.insert("error"_L1, toldJson(*attempt.error, names));
    }
    for (const auto &[field, reason] : {std::pair("why"_L1, attempt.why), {"after"_L1, attempt.after}}) {
        if (!reason.isEmpty()) {
            object.insert(field, toldJson(reason, names));
        }
    }
    return object;
}

} // namespace lightwell::wording
