// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/openrouter/providerwishes.h"

#include "core/gateway/dialects/openai/requestnames.h"
#include "core/gateway/dialects/openrouter/providernames.h"
#include "core/model/json.h"
#include "core/wording/wording.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cmath>

namespace lightwell::openrouter {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxFallbacks = 8;
constexpr qsizetype maxProviders = 64;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Gateway)
};

/// Reads the fields of `provider` into wishes.
class ProviderReader
{
public:
    ProviderReader(BodyFields &fields, RouteWishes &wishes, QStringList &ignored)
        : m_fields(fields)
        , m_wishes(wishes)
        , m_ignored(ignored)
    {
    }

    void read(const QJsonObject &provider)
    {
        for (auto field = provider.begin(); field != provider.end(); ++field) {
            if (!field.value().isNull()) {
                readField(field.key(), field.value());
            }
        }
    }

private:
    void readField(const QString &name, const QJsonValue &value)
    {
        if (name == "order"_L1) {
            m_wishes.first = providers(name, value);
        } else if (name == "only"_L1) {
            readOnly(value);
        } else if (name == "ignore"_L1) {
            m_wishes.ignore = providers(name, value);
        } else if (name == "allow_fallbacks"_L1) {
            m_wishes.mayGoOn = truth(name, value);
        } else if (name == "require_parameters"_L1) {
            m_wishes.wantsAllParameters = truth(name, value);
        } else if (name == "zdr"_L1) {
            m_wishes.onlyOwnMachines = truth(name, value) || m_wishes.onlyOwnMachines;
        } else if (name == "data_collection"_L1) {
            readDataCollection(value);
        } else if (name == "sort"_L1) {
            readSort(value.isObject() ? value["by"_L1] : value);
            readPartition(value);
        } else if (name == "max_price"_L1) {
            readMaxPrice(value);
        } else if (name == "options"_L1) {
            readOptions(value);
        } else if (name == "preferred_max_latency"_L1) {
            readPreferredTime(value);
        } else if (name == "quantizations"_L1) {
            if (!value.toArray().isEmpty()) {
                fail(name, Text::tr("In which precision a provider runs a model is not known here. Leave out %1."));
            }
        } else if (name == "preferred_min_throughput"_L1 || name == "enforce_distillable_text"_L1) {
            m_ignored.append(u"provider."_s + name);
        } else {
            fail(name.left(64), Text::tr("%1 is nothing that can be said of providers."));
        }
    }

    void readOnly(const QJsonValue &value)
    {
        const QStringList written = words(u"only"_s, value);
        for (const QString &one : written) {
            if (providerName(one).isPart) {
                fail(u"only"_s,
                     Text::tr("%1 names a region or a variant of a provider, which Lightwell cannot choose. Name the "
                              "provider alone."));
            }
        }
        if (!written.isEmpty()) {
            m_wishes.allow = idsOf(written);
        }
    }

    void readDataCollection(const QJsonValue &value)
    {
        const QString word = value.toString();
        if (word == "deny"_L1) {
            m_wishes.onlyOwnMachines = true;
        } else if (word != "allow"_L1) {
            fail(u"data_collection"_s, Text::tr("%1 must be allow or deny."));
        }
    }

    void readSort(const QJsonValue &value)
    {
        const QString word = value.toString();
        if (word == "price"_L1) {
            m_wishes.order = RoutingOrder::Cheapest;
        } else if (word == "latency"_L1 || word == "throughput"_L1) {
            m_wishes.order = RoutingOrder::Fastest;
        } else if (word == "exacto"_L1) {
            m_ignored.append(u"provider.sort"_s);
        } else if (!value.isNull() && !value.isUndefined()) { // an object may say how alone
            fail(u"sort"_s, Text::tr("%1 must be price, latency or throughput."));
        }
    }

    /// Offers are sorted model by model here, as "model" says; "none" means something else only beside further models.
    void readPartition(const QJsonValue &value)
    {
        const QJsonObject sort = value.toObject();
        for (auto field = sort.begin(); field != sort.end(); ++field) {
            const QString word = field.value().toString();
            const bool isPartition = field.key() == "partition"_L1;
            if (isPartition && word == "none"_L1) {
                if (m_wishes.fallbacks && !m_wishes.fallbacks->isEmpty()) {
                    m_ignored.append(u"provider.sort.partition"_s);
                }
            } else if (isPartition && !field.value().isNull() && word != "model"_L1) {
                fail(u"sort.partition"_s, Text::tr("%1 must be model or none."));
            } else if (field.key() != "by"_L1 && !isPartition) {
                fail(u"sort."_s + field.key().left(64), Text::tr("%1 is nothing that can be said of providers."));
            }
        }
    }

    void readMaxPrice(const QJsonValue &value)
    {
        if (!value.isObject()) {
            return fail(u"max_price"_s, Text::tr("%1 must be an object like {\"image\": 0.05}."));
        }
        const QJsonObject prices = value.toObject();
        for (auto price = prices.begin(); price != prices.end(); ++price) {
            const std::optional<double> usd = json::number(price.value());
            if (price.value().isNull()) {
                continue;
            }
            if (!usd || !std::isfinite(*usd) || *usd < 0) {
                fail(u"max_price."_s + price.key().left(64), Text::tr("%1 must be a price in dollars, 0 or more."));
            } else if (price.key() == "image"_L1) {
                m_wishes.maxPrice = Money::fromDollars(*usd);
            } else if (price.key() == "request"_L1) {
                m_wishes.maxTotal = Money::fromDollars(*usd);
            } else if (price.key() == "prompt"_L1) {
                m_wishes.maxTextInPrice = *usd;
            } else if (price.key() == "completion"_L1) {
                m_wishes.maxOutputPrice = *usd;
            } else if (price.key() != "audio"_L1) { // of which nothing is billed here
                fail(u"max_price."_s + price.key().left(64), Text::tr("%1 is no price that can be limited."));
            }
        }
    }

    void readOptions(const QJsonValue &value)
    {
        const QJsonObject all = value.toObject();
        for (auto options = all.begin(); options != all.end(); ++options) {
            if (!options.value().isObject()) {
                fail(u"options."_s + options.key().left(64), Text::tr("%1 must be an object of the vendor's fields."));
                continue;
            }
            const QJsonObject fields = options.value().toObject();
            if (const std::optional<Error> fault = openai::faultInFieldNames(fields)) {
                m_fields.fail(fault->param, wording::sentence(*fault));
            }
            if (!fields.isEmpty()) {
                m_wishes.options.insert(providerName(options.key()).id, fields);
            }
        }
        if (!value.isObject()) {
            fail(u"options"_s, Text::tr("%1 must be an object with one for each provider."));
        }
    }

    /// A number is the median, in seconds; of an object, only the median can be compared.
    void readPreferredTime(const QJsonValue &value)
    {
        const std::optional<double> seconds = json::number(value.isObject() ? value["p50"_L1] : value);
        const QStringList said = value.toObject().keys();
        for (const QString &percentile : said) {
            if (percentile != "p50"_L1) {
                m_ignored.append(u"provider.preferred_max_latency."_s + percentile.left(64));
            }
        }
        if (value.isObject() && !seconds) {
            return;
        }
        if (!seconds || !(*seconds > 0) || *seconds > 1e6) {
            fail(u"preferred_max_latency"_s, Text::tr("%1 must be a number of seconds."));
        } else {
            m_wishes.preferredTime = std::chrono::milliseconds(std::llround(*seconds * 1000));
        }
    }

    QStringList words(const QString &name, const QJsonValue &value)
    {
        const QJsonArray entries = value.isString() ? QJsonArray {value} : value.toArray();
        QStringList result;
        for (const QJsonValue entry : entries) {
            result.append(entry.toString());
        }
        if ((!value.isArray() && !value.isString()) || result.contains(QString()) || result.size() > maxProviders) {
            fail(name, Text::tr("%1 must be a list of providers."));
            return {};
        }
        return result;
    }

    QStringList providers(const QString &name, const QJsonValue &value) { return idsOf(words(name, value)); }

    static QStringList idsOf(const QStringList &written)
    {
        QStringList ids;
        for (const QString &one : written) {
            if (const QString id = providerName(one).id; !ids.contains(id)) {
                ids.append(id);
            }
        }
        return ids;
    }

    bool truth(const QString &name, const QJsonValue &value)
    {
        if (!value.isBool()) {
            fail(name, Text::tr("%1 must be true or false."));
        }
        return value.toBool();
    }

    void fail(const QString &name, const QString &sentence)
    {
        const QString path = u"provider."_s + name;
        m_fields.fail(path, sentence.arg(path));
    }

    BodyFields &m_fields;
    RouteWishes &m_wishes;
    QStringList &m_ignored;
};

bool isVariant(const QString &ending)
{
    static const QStringList known {u"online"_s, u"exacto"_s, u"extended"_s, u"thinking"_s};
    return known.contains(ending);
}

/// The ending of a name that stands for a wish; empty: it has none. Vendors have names with a colon, too.
QString endingOf(const QString &model)
{
    static const QStringList known {u"free"_s, u"nitro"_s, u"floor"_s};
    const QString ending = model.section(u':', -1);
    return model.contains(u':') && (known.contains(ending) || isVariant(ending)) ? ending : QString();
}

/// What :nitro and :floor stand for, where the call says nothing of it by itself.
ModelWishes ofOrder(const QString &ending, const RouteWishes &wishes)
{
    ModelWishes own;
    if (!wishes.order) {
        own.order = ending == "nitro"_L1 ? RoutingOrder::Fastest : RoutingOrder::Cheapest;
    }
    return own;
}

/// Takes the ending off a name of a model that makes pictures, and what it stands for.
ModelWishes takeEnding(BodyFields &fields, const QString &field, QString &model, const RouteWishes &wishes)
{
    const QString ending = endingOf(model);
    if (ending.isEmpty()) {
        return {};
    }
    if (isVariant(ending)) {
        fields.fail(field, Text::tr("There is no :%1 of models that make pictures. Leave it out.").arg(ending));
        return {};
    }
    model.chop(ending.size() + 1);
    return ending == "free"_L1 ? ModelWishes {.maxPrice = Money::zero()} : ofOrder(ending, wishes);
}

/// The same of a text model.
ModelWishes takeEnding(QString &model, const RouteWishes &wishes)
{
    const QString ending = endingOf(model);
    if (ending.isEmpty() || providerName(model).id == "openrouter"_L1) {
        return {};
    }
    model.chop(ending.size() + 1);
    if (isVariant(ending)) {
        return {.variant = u':' + ending};
    }
    return ending == "free"_L1 ? ModelWishes {.maxTokenPrice = 0} : ofOrder(ending, wishes);
}

/// An ending counts for its own name. Where the call names no further models it counts for all of the call, since the
/// user's rules may let others stand in.
template<typename Take>
void takeEndings(QString &model, RouteWishes &wishes, Take take)
{
    QList<ModelWishes> own {take(u"model"_s, model)};
    QStringList further = wishes.fallbacks.value_or(QStringList());
    for (QString &name : further) {
        own.append(take(u"models"_s, name));
    }
    if (further.isEmpty()) {
        wishes = wishesFor(wishes, own.first());
        own.first() = {.variant = own.first().variant};
    } else {
        wishes.fallbacks = further;
    }
    if (own.count(ModelWishes()) < own.size()) {
        wishes.ofModels = own;
    }
}

void readModels(BodyFields &fields, QString &model, RouteWishes &wishes)
{
    const QJsonValue value = fields.value(u"models"_s);
    if (value.isUndefined()) {
        return;
    }
    QStringList models = json::strings(value);
    const bool areNames = value.isArray() && models.size() <= maxFallbacks
        && std::none_of(models.begin(), models.end(),
                        [](const QString &name) { return openai::faultInModelName(name).has_value(); });
    if (!areNames) {
        return fields.fail(u"models"_s,
                           Text::tr("models must be a list of at most %1 names of models.").arg(maxFallbacks));
    }
    if (model.isEmpty() && !models.isEmpty()) {
        model = models.takeFirst();
    }
    models.removeAll(model);
    models.removeDuplicates();
    wishes.fallbacks = models;
}

void readRoute(BodyFields &fields, QString &model, RouteWishes &wishes, QStringList &ignored)
{
    model = fields.text(u"model"_s).trimmed();
    readModels(fields, model, wishes);
    if (model.isEmpty()) {
        fields.fail(u"model"_s, Text::tr("Say which model: the list is at /api/v1/models."));
    } else if (const std::optional<Error> fault = openai::faultInModelName(model)) {
        fields.fail(fault->param, wording::sentence(*fault));
    }
    const QJsonValue provider = fields.value(u"provider"_s);
    if (provider.isObject()) {
        ProviderReader(fields, wishes, ignored).read(provider.toObject());
    } else if (!provider.isUndefined()) {
        fields.fail(u"provider"_s, Text::tr("provider must be an object, and not too long."));
    }
}

} // namespace

void takeRouteWishes(BodyFields &fields, GenerationCall &call)
{
    readRoute(fields, call.request.model, call.wishes, call.ignored);
    takeEndings(call.request.model, call.wishes,
                [&](const QString &field, QString &model) { return takeEnding(fields, field, model, call.wishes); });
}

void takeRouteWishes(BodyFields &fields, ConversationCall &call)
{
    readRoute(fields, call.call.model, call.wishes, call.telling.ignored);
    if (!call.wishes.options.isEmpty()) {
        fields.fail(u"provider.options"_s,
                    Text::tr("provider.options are for models that make pictures. Write the fields into the body: all "
                             "of it goes to the vendor."));
    }
    takeEndings(call.call.model, call.wishes,
                [&call](const QString &, QString &model) { return takeEnding(model, call.wishes); });
}

} // namespace lightwell::openrouter
