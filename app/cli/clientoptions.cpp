// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/clientoptions.h"

#include "app/cli/budgettext.h"
#include "core/adapter/adapterregistry.h"
#include "core/catalog/catalog.h"
#include "core/catalog/modelpatterns.h"
#include "core/chat/textcatalog.h"
#include "core/model/glob.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(lightwell::ClientsCommand)
};

/// Nothing: it names none.
std::optional<QStringList> modelsFrom(const QString &text)
{
    if (text.trimmed() == "all"_L1) {
        return QStringList();
    }
    QStringList models;
    const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (const QString model = part.trimmed(); !model.isEmpty()) {
            models.append(model);
        }
    }
    return models.isEmpty() ? std::nullopt : std::optional(models);
}

/// A day counts to its end, by local time; invalid: it is neither day nor time.
QDateTime endFrom(const QString &text)
{
    if (const QDate day = QDate::fromString(text, Qt::ISODate); day.isValid() && !text.contains(u'T')) {
        return day.addDays(1).startOfDay().toUTC();
    }
    return text.contains(u'T') ? QDateTime::fromString(text, Qt::ISODate).toUTC() : QDateTime();
}

/// What it gets where its calls do not say it. Yields what is wrong.
QString takeAnswers(const QCommandLineParser &parser, ClientTerms &terms)
{
    if (const QString mode = parser.value(u"replay"_s); mode == "default"_L1) {
        terms.replay.reset();
    } else if (parser.isSet(u"replay"_s)) {
        terms.replay = replayModeFromName(mode);
        if (!terms.replay) {
            return Text::tr("--replay is one of %1 or default; \"%2\" is none.")
                .arg(replayModeNames().join(u", "_s), mode);
        }
    }
    const QString alive = parser.value(u"keep-alive"_s);
    if (parser.isSet(u"keep-alive"_s) && alive != "whitespace"_L1 && alive != "none"_L1) {
        return Text::tr("--keep-alive is whitespace or none; \"%1\" is neither.").arg(alive);
    }
    if (parser.isSet(u"keep-alive"_s)) {
        terms.beginsEarly = alive == "whitespace"_L1;
    }
    return {};
}

} // namespace

Result<ClientOptions> clientFromOptions(const QCommandLineParser &parser, const ClientTerms &before)
{
    const auto refuse = [](const QString &message) { return notSent(ErrorKind::Invalid, message); };
    ClientOptions wish {before};
    const std::optional<Money> limit = dollarsFrom(parser.value(u"budget"_s));
    const std::optional<Period> period = periodFromName(parser.value(u"period"_s));
    // Checked before the client exists: a client without the budget it should have could spend.
    if (parser.isSet(u"budget"_s) && !limit) {
        return refuse(Text::tr("--budget is an amount of dollars, for example 20 or 0.50; \"%1\" is none.")
                          .arg(parser.value(u"budget"_s)));
    }
    if (parser.isSet(u"budget"_s) != parser.isSet(u"period"_s) || (limit && !period)) {
        return refuse(Text::tr("A budget needs both --budget USD and --period day, week, month or total."));
    }
    if (limit) {
        wish.budget.emplace();
        wish.budget->limit = *limit;
        wish.budget->period = *period;
    }
    if (parser.isSet(u"models"_s)) {
        const std::optional<QStringList> models = modelsFrom(parser.value(u"models"_s));
        if (!models) {
            return refuse(Text::tr("--models is a list of names or patterns, or all."));
        }
        wish.terms.models = *models;
    }
    if (const QString problem = takeAnswers(parser, wish.terms); !problem.isEmpty()) {
        return refuse(problem);
    }
    if (const QString rate = parser.value(u"rate"_s); rate == "none"_L1) {
        wish.terms.perMinute.reset();
    } else if (parser.isSet(u"rate"_s)) {
        bool isNumber = false;
        wish.terms.perMinute = rate.toInt(&isNumber);
        if (!isNumber) {
            return refuse(
                Text::tr("--rate is a whole number of calls a minute, or none; \"%1\" is neither.").arg(rate));
        }
    }
    if (const QString expires = parser.value(u"expires"_s); expires == "never"_L1) {
        wish.terms.expiresAt = {};
    } else if (parser.isSet(u"expires"_s)) {
        wish.terms.expiresAt = endFrom(expires);
        if (!wish.terms.expiresAt.isValid()) {
            return refuse(
                Text::tr("--expires is a day such as 2027-01-31, a time such as 2027-01-31T12:00, or never; \"%1\" "
                         "is none of them.")
                    .arg(expires));
        }
        if (wish.terms.expiresAt <= QDateTime::currentDateTimeUtc()) {
            return refuse(Text::tr("--expires is over already: \"%1\". To end a key now, say \"clients revoke NAME\".")
                              .arg(expires));
        }
    }
    if (parser.isSet(u"enable"_s) && parser.isSet(u"disable"_s)) {
        return refuse(Text::tr("Say either --enable or --disable."));
    }
    if (parser.isSet(u"enable"_s) || parser.isSet(u"disable"_s)) {
        wish.disabled = parser.isSet(u"disable"_s);
    }
    if (parser.isSet(u"manage-keys"_s)) {
        wish.scope = KeyScope::Management;
        static const QStringList ofCalls {u"models"_s, u"rate"_s, u"budget"_s, u"replay"_s, u"keep-alive"_s};
        if (std::any_of(ofCalls.begin(), ofCalls.end(), [&](const QString &name) { return parser.isSet(name); })) {
            return refuse(Text::tr("A key that manages others makes no calls that cost something: leave out --models, "
                                   "--rate, --budget, --replay and --keep-alive."));
        }
    }
    return wish;
}

QStringList patternsOfNothing(const QStringList &patterns, const Catalog &catalog, const AdapterRegistry &adapters)
{
    QStringList names;
    const auto add = [&names](const QString &model, const QString &provider) {
        names.append(model);
        names.append(QString(provider + u'/' + model));
    };
    for (const Model &model : catalog.models()) {
        for (const Offer &offer : model.offers) {
            add(model.slug, offer.provider);
        }
    }
    const QList<ModelAlias> aliases = catalog.metAliases();
    for (const ModelAlias &alias : aliases) {
        names.append(alias.model); // which may be one that nobody listed
    }
    QStringList providers;
    for (const ProviderInfo &info : adapters.providers()) {
        providers.append(info.id);
    }
    const TextCatalog texts = TextCatalog::builtIn();
    for (const TextOffer &offer : texts.offers()) {
        add(offer.model, offer.provider);
        providers.append(offer.provider);
    }
    QStringList ofNothing = patterns;
    ofNothing.removeIf([&](const QString &pattern) {
        const qsizetype slash = pattern.indexOf(u'/');
        const bool isOfProvider = slash > 0 && providers.contains(pattern.left(slash)); // which may have others, too
        return isOfProvider || std::any_of(names.cbegin(), names.cend(), [&](const QString &name) {
                   return matchesGlob(pattern, name) || isModelAmong({pattern}, name, catalog); // an alias
               });
    });
    return ofNothing;
}

} // namespace lightwell
