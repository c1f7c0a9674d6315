// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explain/pricecard.h"

#include "core/wording/explainwords.h"
#include "core/wording/wording.h"
#include "ui/texts.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/sign.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

Meaning meaningOf(ExplainedPrice::Outcome outcome)
{
    switch (outcome) {
    case ExplainedPrice::Outcome::AsEstimated:
        return Meaning::Ok;
    case ExplainedPrice::Outcome::Differs:
    case ExplainedPrice::Outcome::Unknown:
        return Meaning::Warning;
    default:
        return Meaning::Neutral;
    }
}

Icon iconOf(Meaning meaning)
{
    return meaning == Meaning::Ok ? Icon::Ok : meaning == Meaning::Warning ? Icon::Warning : Icon::Info;
}

TextLabel *amountLabel(TextLabel::Voice voice, Money amount)
{
    auto *label = new TextLabel(voice, texts::one(amount));
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    if (amount.isKnown()) {
        setTip(label, amount.toString());
    }
    return label;
}

/// What is counted, how much of it, and what that comes to; long counts stand below.
void addLine(QVBoxLayout *lines, const QList<EstimateLine> &estimated, qsizetype at, const Names &names)
{
    const EstimateLine &line = estimated.at(at);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(new TextLabel(TextLabel::Voice::Body, wording::priceItem(estimated, at)));
    row->addStretch(1);
    lines->addLayout(row);
    const bool isLong = line.unit == PriceLine::Unit::Token;
    if (const QString quantity = wording::priceAmount(line, names); !quantity.isEmpty()) {
        auto *label = new TextLabel(TextLabel::Voice::Small, quantity);
        isLong ? lines->addWidget(label) : row->addWidget(label);
    }
    row->addWidget(amountLabel(TextLabel::Voice::Body, line.total));
}

/// "Estimated $0.045, billed"
QString lastLine(const ExplainedPrice &price)
{
    const QString estimate = texts::price(price.estimate.total, price.estimate.atMost);
    switch (price.outcome) {
    case ExplainedPrice::Outcome::Open:
        return PriceCard::tr("Estimated");
    case ExplainedPrice::Outcome::Unknown:
        return PriceCard::tr("Estimated %1, may be billed").arg(estimate);
    case ExplainedPrice::Outcome::NotBilled:
        return PriceCard::tr("Estimated %1").arg(estimate);
    default:
        return PriceCard::tr("Estimated %1, billed").arg(estimate);
    }
}

} // namespace

PriceCard::PriceCard(QWidget *parent)
    : ExplainCard(u"explain.price"_s, tr("Price"), parent)
{
}

void PriceCard::show(const Explanation &explanation, const Names &names)
{
    const ExplainedPrice &price = explanation.price;
    setNote(price.date.isEmpty() ? QString() : tr("price list of %1").arg(price.date));
    auto *lines = new QVBoxLayout;
    lines->setContentsMargins(16, 10, 16, 10);
    lines->setSpacing(5);
    const QList<EstimateLine> &estimated = price.estimate.lines;
    for (qsizetype at = 0; at < estimated.size(); ++at) {
        addLine(lines, estimated, at, names);
    }
    if (!estimated.isEmpty()) {
        lines->addWidget(new Hairline(Qt::Horizontal));
    }
    auto *last = new TextLabel(TextLabel::Voice::Strong, lastLine(price));
    last->setObjectName(u"explain.estimate"_s);
    const Meaning meaning = meaningOf(price.outcome);
    auto *sign = new Sign(meaning);
    sign->setIcon(iconOf(meaning));
    auto *outcome = new TextLabel(TextLabel::Voice::Small, wording::priceOutcome(price, names));
    outcome->setObjectName(u"explain.outcome"_s);
    auto *sum = new QHBoxLayout;
    sum->setSpacing(6);
    sum->addWidget(last);
    sum->addStretch(1);
    sum->addWidget(sign);
    sum->addWidget(outcome);
    if (price.outcome != ExplainedPrice::Outcome::NotBilled) {
        const Money shown = explanation.isRunning() ? price.estimate.total : price.billed;
        auto *billed = amountLabel(TextLabel::Voice::Strong, shown);
        billed->setObjectName(u"explain.billed"_s);
        sum->addSpacing(6);
        sum->addWidget(billed);
    }
    lines->addLayout(sum);
    QVBoxLayout *layout = renew();
    layout->addLayout(lines);
    QString cause = wording::sentence(price.cause, names);
    if (cause.isEmpty() && price.outcome == ExplainedPrice::Outcome::Differs) {
        cause = tr("The provider does not say why.");
    }
    if (!cause.isEmpty()) {
        auto *why = new TextLabel(TextLabel::Voice::Small, cause);
        why->setObjectName(u"explain.cause"_s);
        why->setWordWrap(true);
        why->setContentsMargins(16, 0, 16, 10);
        layout->addWidget(why);
    }
}

} // namespace lightwell
