// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/formplans.h"

#include "core/catalog/catalog.h"
#include "core/planning/maskform.h"
#include "core/planning/planner.h"
#include "ui/compare/emulationtext.h"
#include "ui/compare/modelchoice.h"
#include "ui/imageservice.h"
#include "ui/keys/providerkeys.h"
#include "ui/texts.h"

namespace lightwell {

using namespace Qt::StringLiterals;

FormPlans::FormPlans(ImageService &images, const Catalog &catalog, const ProviderKeys &keys, QObject *parent)
    : QObject(parent)
    , m_images(images)
    , m_catalog(catalog)
    , m_keys(keys)
{
    // Typing should not ask for a plan with every letter.
    m_delay.setSingleShot(true);
    m_delay.setInterval(80);
    connect(&m_delay, &QTimer::timeout, this, &FormPlans::ask);
}

void FormPlans::setForm(const CompareForm &form)
{
    if (form == m_form) {
        return;
    }
    m_wasChanged = !m_entries.isEmpty();
    m_form = form;
    m_delay.start();
    Q_EMIT changed();
}

void FormPlans::refresh()
{
    m_delay.start();
}

void FormPlans::ask()
{
    const int round = ++m_round;
    m_awaited = m_form.models.size();
    if (m_awaited == 0) {
        Q_EMIT changed();
    }
    for (const QString &model : m_form.models) {
        m_images.plan(m_form.request(model, 0), this, [this, round, model](const Result<Route> &route) {
            if (round == m_round) {
                take(model, route);
            }
        });
    }
}

void FormPlans::take(const QString &model, const Result<Route> &route)
{
    Entry entry;
    if (route) {
        entry.plan = route->plans.constFirst().plan;
        entry.why = route->plans.constFirst().why;
        m_offers.insert(model, entry.plan->offer);
    } else {
        entry.error = route.error();
    }
    if (!entry.plan || entry.plan->estimate.total.isKnown()) {
        keep(model, entry);
        return;
    }
    m_images.billsLike(*entry.plan, this, [this, round = m_round, model, entry](const PastBills &asLastTime) mutable {
        if (round == m_round) {
            entry.asLastTime = asLastTime;
            keep(model, entry);
        }
    });
}

void FormPlans::keep(const QString &model, const Entry &entry)
{
    m_entries.insert(model, entry);
    --m_awaited;
    Q_EMIT changed();
    if (m_awaited == 0 && m_wasChanged && !m_form.prompt.trimmed().isEmpty()) {
        m_images.prepare(providers()); // a form with a price is about to be sent
    }
}

QStringList FormPlans::providers() const
{
    QStringList all;
    for (const QString &model : sent().models) {
        const Entry *entry = find(model);
        if (entry && entry->plan) {
            all.append(QStringList(m_form.pictures, entry->plan->offer.provider));
        }
    }
    return all;
}

const FormPlans::Entry *FormPlans::find(const QString &model) const
{
    const auto found = m_entries.constFind(model);
    return found == m_entries.cend() ? nullptr : &*found;
}

Money FormPlans::price(const QString &model) const
{
    const Entry *entry = find(model);
    if (!entry || !entry->plan) {
        return Money::unknown();
    }
    return entry->plan->estimate.total.isKnown() ? entry->plan->estimate.total : entry->asLastTime.usual;
}

CompareForm FormPlans::sent() const
{
    CompareForm form = m_form;
    form.models.removeIf([this](const QString &model) { return static_cast<bool>(obstacle(model)); });
    return form;
}

Obstacle FormPlans::obstacle(const QString &model) const
{
    const Entry *entry = find(model);
    return entry ? obstacleOf(m_catalog.find(model), entry->plan, entry->error, m_keys) : Obstacle();
}

FormPlans::MaskUse FormPlans::maskUse(const QString &model) const
{
    const Entry *entry = find(model);
    if (!entry || !entry->plan || !entry->plan->request.mask) {
        return MaskUse::None;
    }
    return entry->plan->offer.supports(u"mask"_s) ? MaskUse::Taken : MaskUse::PutBack;
}

Reason FormPlans::maskForm(const QString &model) const
{
    return maskUse(model) == MaskUse::Taken ? maskFormOf(find(model)->plan->offer) : Reason();
}

QList<PlannedParameter> FormPlans::leftOut(const QString &model) const
{
    static const QStringList shape {u"size"_s, u"aspect_ratio"_s, u"resolution"_s, u"fit"_s};
    const Entry *entry = find(model);
    if (!entry || !entry->plan || obstacle(model)) {
        return {};
    }
    QList<PlannedParameter> dropped = entry->plan->parameters;
    dropped.removeIf([](const PlannedParameter &parameter) {
        return parameter.treatment != Treatment::Dropped || shape.contains(parameter.name);
    });
    return dropped;
}

QList<Offer> FormPlans::offers() const
{
    QList<Offer> all;
    for (const QString &model : m_form.models) {
        if (const auto planned = m_offers.constFind(model); planned != m_offers.cend()) {
            all.append(*planned);
        } else if (const Result<Resolution> found = m_catalog.resolve(model); found && !found->offers.isEmpty()) {
            const auto usable = std::find_if(found->offers.cbegin(), found->offers.cend(),
                                             [this](const Offer &offer) { return m_keys.isUsable(offer.provider); });
            all.append(usable == found->offers.cend() ? found->offers.constFirst() : *usable);
        }
    }
    return all;
}

QString FormPlans::asLastTimeText(const PastBills &bills)
{
    return bills.least == bills.dearest
        ? tr("≈ %1, as last time").arg(texts::price(bills.usual))
        : tr("≈ %1 (%2 to %3), as last time")
              .arg(texts::price(bills.usual), texts::price(bills.least), texts::price(bills.dearest));
}

QString FormPlans::wholePriceText(const QString &model) const
{
    const Entry *entry = find(model);
    if (!entry || !entry->plan) {
        return {};
    }
    const Money known = entry->plan->estimate.total;
    return known.isKnown() || entry->asLastTime.count == 0 ? texts::price(known, entry->plan->estimate.atMost)
                                                           : asLastTimeText(entry->asLastTime);
}

QString FormPlans::priceText(const QString &model) const
{
    const Entry *entry = find(model);
    const bool isAsLastTime =
        entry && entry->plan && !entry->plan->estimate.total.isKnown() && entry->asLastTime.count > 0;
    return isAsLastTime ? tr("≈ %1").arg(texts::price(entry->asLastTime.usual)) : wholePriceText(model);
}

QString FormPlans::sizeText(const QString &model) const
{
    const Entry *entry = find(model);
    // A line does not end within a size.
    return entry && entry->plan && entry->plan->size.expected.isValid()
        ? texts::size(entry->plan->size.expected).replace(u' ', QChar::Nbsp)
        : QString();
}

QString FormPlans::missedSizeText(const QString &model) const
{
    const Entry *entry = find(model);
    const QSize made = entry && entry->plan ? sizeThatComesOut(*entry->plan) : QSize();
    return made.isValid() ? missedSize(m_form.size, &*entry->plan, made) : QString();
}

int FormPlans::pictures() const
{
    return static_cast<int>(sent().models.size()) * m_form.pictures;
}

QList<Money> FormPlans::prices() const
{
    QList<Money> all;
    for (const QString &model : sent().models) {
        all.append(QList<Money>(m_form.pictures, price(model)));
    }
    return all;
}

bool FormPlans::isAtMost() const
{
    const QStringList models = sent().models;
    const auto isAny = [this, &models](const auto &predicate) {
        return std::any_of(models.cbegin(), models.cend(), [this, &predicate](const QString &model) {
            const Entry *entry = find(model);
            return entry && entry->plan && predicate(*entry);
        });
    };
    const bool anyBound =
        isAny([](const Entry &entry) { return entry.plan->estimate.atMost && entry.plan->estimate.total.isKnown(); });
    return anyBound && !isAny([](const Entry &entry) { return entry.asLastTime.count > 0; });
}

QString FormPlans::sumText() const
{
    return isAtMost() ? texts::sumAtMost(prices()) : texts::sum(prices());
}

QHash<QString, CompareExpectation> FormPlans::expectations() const
{
    QHash<QString, CompareExpectation> expected;
    for (const QString &model : m_form.models) {
        const Entry *entry = find(model);
        if (entry && entry->plan) {
            CompareExpectation &promised = *expected.insert(model, CompareExpectation::of(*entry->plan));
            promised.price = price(model); // as last time, where the plan has none
        }
    }
    return expected;
}

} // namespace lightwell
