// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/calls/preparedtext.h"

#include "core/catalog/catalog.h"
#include "core/catalog/namereasons.h"
#include "core/chat/responsesrequest.h"
#include "core/chat/textmoney.h"
#include "core/chat/textreasons.h"

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

Error notFound(const Reason &why)
{
    Error error = notSent(ErrorKind::NotFound, why, u"model"_s);
    error.code = u"MODEL_NOT_FOUND"_s;
    return error;
}

Error unknownModel(const QString &name, const Catalog &catalog)
{
    const Result<Resolution> picture = catalog.resolve(name);
    if (picture) {
        return notSent(ErrorKind::Unsupported, reasons::modelMakesPictures(name), u"model"_s);
    }
    const bool isPreset = picture.error().reason.code == QLatin1StringView(reasons::modelIsPreset.code);
    return notFound(isPreset ? picture.error().reason : reasons::textModelUnknown(name));
}

Error notServed(const ConversationCall &asked, const QString &model, const QString &variant)
{
    if (!variant.isEmpty()) {
        return notFound(reasons::textVariantNotServed(model, variant));
    }
    const ReasonCode<QString> &reason = asked.call.kind == TextKind::Embeddings ? reasons::embeddingsNotServed
        : asked.call.kind == TextKind::Responses                                ? reasons::responsesNotServed
                                                                                : reasons::chatNotServed;
    return notSent(ErrorKind::Unsupported, reason(model), u"model"_s);
}

/// Collects what may carry out a call.
class Preparation
{
public:
    Preparation(const ConversationCall &asked, const TextModels &models, QDate today)
        : m_asked(asked)
        , m_models(models)
        , m_today(today)
    {
        m_order.model = asked.call.model;
        m_order.wishes = asked.wishes;
        m_order.localLink = asked.call.localLink;
    }

    /// `own`: what the call wants of this model alone.
    Status add(const QString &model, const ModelWishes &own, const Catalog &catalog)
    {
        const TextCatalog::Found found = m_models.catalog.find(model, m_models.providers());
        if (found.offers.isEmpty()) {
            return unknownModel(model, catalog);
        }
        TextOrder::Choice choice;
        choice.isNamed = found.isNamed;
        choice.own = own;
        choice.insteadOf = model == m_asked.call.model ? QString() : m_asked.call.model;
        for (const TextOffer &offer : found.offers) {
            addOffer(choice, model, offer);
        }
        if (choice.plans.isEmpty()) {
            return notServed(m_asked, model, own.variant);
        }
        m_order.choices.append(choice);
        return Success();
    }
    void leaveOut(const QString &model, const Error &why) { m_order.leftOut.append({model, model, {}, why.why()}); }
    [[nodiscard]] bool isEmpty() const { return m_order.choices.isEmpty(); }
    [[nodiscard]] TextOrder order() const
    {
        TextOrder order = m_order;
        order.talk = [subjects = m_subjects, today = m_today](const Plan &plan,
                                                              const Credentials &credentials) -> TextConversationPtr {
            return std::make_shared<TextConversation>(subjects.value(wayOf(plan.offer)), credentials, today);
        };
        return order;
    }

private:
    void addOffer(TextOrder::Choice &choice, const QString &model, TextOffer offer)
    {
        const TextVendorPtr vendor = m_models.vendor(offer.provider);
        const TextKind kind = m_asked.call.kind;
        const QString &variant = choice.own.variant;
        const bool hasVariant = variant.isEmpty() || vendor->choosesAmongOthers();
        if (!vendor->has(kind) || !offer.kinds.contains(kind) || !hasVariant) {
            return;
        }
        offer.providerModel += variant;
        TextCall call = m_asked.call;
        call.model = model;
        call.costsMore = call.costsMore || !variant.isEmpty();
        const Plan plan = textPlan(call, offer, m_today, vendor->info().bills);
        if (m_subjects.contains(wayOf(plan.offer))) { // the same model by another name
            if (!m_asked.wishes.ofModels.isEmpty()) { // of which something else may be wanted
                choice.plans.append(plan);
            }
            return;
        }
        m_subjects.insert(wayOf(plan.offer), {vendor, call, offer});
        if (const std::optional<TextPrice> price = tokenPrice(call, offer, m_today)) {
            m_order.prices.insert(wayOf(plan.offer), *price);
        }
        choice.plans.append(plan);
    }

    const ConversationCall &m_asked;
    const TextModels &m_models;
    const QDate m_today;
    TextOrder m_order;
    QHash<QString, TextConversation::Subject> m_subjects; ///< by wayOf() an offer
};

Result<TextOrder> orderOf(const ConversationCall &asked, const TextModels &models, const Catalog &catalog, QDate today)
{
    Preparation preparation(asked, models, today);
    std::optional<Error> first;
    const QStringList named = QStringList {asked.call.model} + asked.wishes.fallbacks.value_or(QStringList());
    for (qsizetype i = 0; i < named.size(); ++i) {
        const QString &model = named.at(i);
        if (const Status added = preparation.add(model, asked.wishes.ofModels.value(i), catalog); !added) {
            first = first.value_or(added.error());
            preparation.leaveOut(model, added.error());
        }
    }
    return preparation.isEmpty() ? Result<TextOrder>(*first) : preparation.order();
}

} // namespace

Result<PreparedText> prepareText(const ConversationCall &asked, const TextModels &models, const Catalog &catalog,
                                 QDate today)
{
    const Result<TextOrder> order = orderOf(asked, models, catalog, today);
    if (order) {
        return PreparedText {*order, {}, asked.call};
    }
    const bool isKnown = !models.catalog.find(asked.call.model, models.providers()).offers.isEmpty();
    if (asked.call.kind != TextKind::Responses || !isKnown) {
        return order.error();
    }
    const Result<TextCall> chat = chatFromResponses(asked.call);
    if (!chat) {
        return chat.error();
    }
    ConversationCall asChat = asked;
    asChat.call = *chat;
    asChat.call.localLink = asked.call.localLink; // named by its place in what was sent
    const Result<TextOrder> ofChat = orderOf(asChat, models, catalog, today);
    return ofChat ? Result<PreparedText>(PreparedText {*ofChat, asked.call.body, *chat}) : order.error();
}

} // namespace lightwell
