// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/offerrows.h"

#include "core/catalog/modelquery.h"
#include "ui/catalog/catalogtable.h"
#include "ui/catalog/catalogtexts.h"
#include "ui/keys/providerkeys.h"
#include "ui/texts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

enum Column { Provider, Price, Record, Key, columns };

/// The exact price, where it was read, and when.
QString priceTip(const OfferPrice &price, const Offer &offer)
{
    QStringList lines {price.total.isKnown() ? price.total.toString() : OfferRows::tr("This price is not published.")};
    if (!offer.priceDate.isEmpty()) {
        lines.append(OfferRows::tr("As of %1").arg(offer.priceDate));
    }
    lines.append(offer.priceSource);
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace

OfferRows::OfferRows(const CatalogTable &table, const ProviderKeys &keys, QWidget *parent)
    : QWidget(parent)
    , m_table(table)
    , m_keys(keys)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
}

void OfferRows::showOffers(const ModelIndex &index, int model)
{
    if (m_content) {
        m_content->hide();
        m_content->deleteLater();
    }
    m_content = new QWidget;
    m_grid = new QGridLayout(m_content);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(Record, 1);
    const QList<int> offers = index.offersByPrice(model);
    int row = 0;
    for (const int offer : offers) {
        addRow(index, model, offer, row);
        row += 2;
    }
    layout()->addWidget(m_content);
    m_content->show();
}

void OfferRows::addRow(const ModelIndex &index, int model, int number, int row)
{
    const Offer &offer = index.models().at(model).offers.at(number);
    const OfferPrice price = index.price(model, number);
    const QString name = m_keys.name(offer.provider);
    if (row > 0) {
        m_grid->addWidget(new Hairline(Qt::Horizontal), row - 1, 0, 1, columns);
    }
    const auto label = [&](TextLabel::Voice voice, const QString &text, const QString &part) {
        auto *made = new TextLabel(voice, text);
        made->setObjectName(u"offer.%1.%2"_s.arg(offer.provider, part));
        return made;
    };
    TextLabel *provider =
        label(TextLabel::Voice::Body, m_table.isOwn(offer) ? tr("%1 (yours)").arg(name) : name, u"provider"_s);
    provider->setElided(true);
    setTip(provider, offer.providerModel);
    const QString amount = price.total.isKnown() ? texts::price(price.total) : tr("unknown");
    TextLabel *cost = label(TextLabel::Voice::Body,
                            price.atMost && price.total.isKnown() ? tr("at most %1").arg(amount) : amount, u"price"_s);
    setTip(cost, priceTip(price, offer));
    TextLabel *record = label(TextLabel::Voice::Small, catalogtexts::measured(m_table.recordOf(offer)), u"record"_s);
    record->setElided(true);
    setTip(record, catalogtexts::record(m_table.recordOf(offer)));
    m_grid->addWidget(provider, row, Provider);
    m_grid->addWidget(cost, row, Price, Qt::AlignRight | Qt::AlignVCenter);
    m_grid->addWidget(record, row, Record);
    addKey(offer.provider, name, row);
}

void OfferRows::addKey(const QString &provider, const QString &name, int row)
{
    if (m_keys.isUsable(provider) || m_keys.isLocked(provider)) {
        auto *state =
            new TextLabel(TextLabel::Voice::Small, m_keys.isUsable(provider) ? tr("ready") : tr("key is locked"));
        state->setObjectName(u"offer.%1.key"_s.arg(provider));
        m_grid->addWidget(state, row, Key, Qt::AlignRight | Qt::AlignVCenter);
        return;
    }
    auto *add = named(new Button(Button::Kind::Link, tr("Add key…")), u"offer.%1.key"_s.arg(provider),
                      tr("Add a key for %1").arg(name));
    connect(add, &QAbstractButton::clicked, this, [this, provider] { Q_EMIT keyWanted(provider); });
    m_grid->addWidget(add, row, Key, Qt::AlignRight | Qt::AlignVCenter);
}

} // namespace lightwell
