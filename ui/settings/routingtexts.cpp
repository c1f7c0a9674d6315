// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/routingtexts.h"

#include "core/model/similarnames.h"

#include <QCoreApplication>

namespace lightwell::routingtexts {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Routing)
};

QStringList parts(const QString &text, QChar separator)
{
    QStringList all;
    const QStringList written = text.split(separator, Qt::SkipEmptyParts);
    for (const QString &part : written) {
        if (!part.trimmed().isEmpty()) {
            all.append(part.trimmed());
        }
    }
    return all;
}

QString unknownProvider(const QString &name, const QStringList &known)
{
    const QStringList near = similarNames(name, known, 1);
    return near.isEmpty() ? Text::tr("There is no provider %1.").arg(name)
                          : Text::tr("There is no provider %1. Did you mean %2?").arg(name, near.first());
}

/// "fal 2, openai 1": a provider and a number from `least` to `most`.
Typed<QMap<QString, double>> numbers(const QString &text, const QStringList &known, double least, double most)
{
    Typed<QMap<QString, double>> typed;
    const QStringList all = parts(text, u',');
    for (const QString &part : all) {
        const QString provider = part.section(u' ', 0, 0);
        bool isNumber = false;
        const double number = part.section(u' ', 1).trimmed().toDouble(&isNumber);
        if (!known.contains(provider)) {
            return {{}, unknownProvider(provider, known)};
        }
        if (!isNumber || !(number >= least && number <= most)) {
            return {{}, Text::tr("Write a number behind %1, such as “%1 2”.").arg(provider)};
        }
        typed.value.insert(provider, number);
    }
    return typed;
}

template<typename Number>
QString numbersText(const QMap<QString, Number> &numbers)
{
    QStringList all;
    for (auto entry = numbers.begin(); entry != numbers.end(); ++entry) {
        all.append(entry.key() + u' ' + QString::number(entry.value()));
    }
    return all.join(u", "_s);
}

} // namespace

Typed<QStringList> list(const QString &text)
{
    return {parts(text, u','), {}};
}

Typed<QStringList> providers(const QString &text, const QStringList &known)
{
    const QStringList all = parts(text, u',');
    for (const QString &provider : all) {
        if (!known.contains(provider)) {
            return {{}, unknownProvider(provider, known)};
        }
    }
    return {all, {}};
}

Typed<QMap<QString, double>> weights(const QString &text, const QStringList &known)
{
    constexpr double least = 0.001;
    constexpr double most = 1'000'000;
    return numbers(text, known, least, most);
}

Typed<QMap<QString, int>> counts(const QString &text, const QStringList &known)
{
    constexpr double most = 1000;
    const Typed<QMap<QString, double>> read = numbers(text, known, 1, most);
    Typed<QMap<QString, int>> typed {{}, read.problem};
    for (auto entry = read.value.begin(); entry != read.value.end(); ++entry) {
        typed.value.insert(entry.key(), static_cast<int>(entry.value()));
    }
    return typed;
}

Typed<QMap<QString, QStringList>> marks(const QString &text, const QStringList &known)
{
    Typed<QMap<QString, QStringList>> typed;
    const QStringList all = parts(text, u';');
    for (const QString &part : all) {
        const QString provider = part.section(u':', 0, 0).trimmed();
        const QStringList words = parts(part.section(u':', 1), u',');
        if (!known.contains(provider)) {
            return {{}, unknownProvider(provider, known)};
        }
        if (words.isEmpty()) {
            return {{}, Text::tr("Write the marks behind %1, such as “%1: trusted”.").arg(provider)};
        }
        typed.value.insert(provider, words);
    }
    return typed;
}

Typed<std::optional<Money>> price(const QString &text)
{
    if (text.trimmed().isEmpty()) {
        return {};
    }
    constexpr double most = 1'000'000;
    const std::optional<Money> amount = Money::parse(text);
    return {amount,
            amount && amount->dollars() <= most ? QString() : Text::tr("Write an amount of dollars, such as 0.05.")};
}

Typed<std::optional<std::chrono::milliseconds>> seconds(const QString &text)
{
    constexpr double least = 0.1;
    constexpr double most = 86'400;
    constexpr double thousand = 1000;
    if (text.trimmed().isEmpty()) {
        return {};
    }
    bool isNumber = false;
    const double number = text.trimmed().toDouble(&isNumber);
    if (!isNumber || !(number >= least && number <= most)) {
        return {{}, Text::tr("Write a number of seconds, such as 30.")};
    }
    return {std::chrono::milliseconds(qRound64(number * thousand)), {}};
}

QString text(const QStringList &words)
{
    return words.join(u", "_s);
}

QString text(const QMap<QString, double> &weights)
{
    return numbersText(weights);
}

QString text(const QMap<QString, int> &counts)
{
    return numbersText(counts);
}

QString text(const QMap<QString, QStringList> &marks)
{
    QStringList all;
    for (auto entry = marks.begin(); entry != marks.end(); ++entry) {
        all.append(entry.key() + u": "_s + text(entry.value()));
    }
    return all.join(u"; "_s);
}

} // namespace lightwell::routingtexts
