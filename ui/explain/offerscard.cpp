// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explain/offerscard.h"

#include "core/wording/explainwords.h"
#include "core/wording/routewording.h"
#include "ui/catalog/catalogtexts.h"
#include "ui/texts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/names.h"
#include "ui/widgets/sign.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokens.h"

#include <QHBoxLayout>
#include <QPainter>

namespace lightwell {

using namespace Qt::StringLiterals;
using Fate = ExplainedOffer::Fate;

namespace {

/// A row on the ground of what is chosen.
class Row : public QWidget
{
public:
    explicit Row(bool isChosen)
        : m_isChosen(isChosen)
    {
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (m_isChosen) {
            QPainter painter(this);
            painter.fillRect(rect(), tokensOf(palette()).selected);
        }
    }

private:
    bool m_isChosen;
};

std::pair<Meaning, Icon> signOf(Fate fate)
{
    switch (fate) {
    case Fate::Used:
        return {Meaning::Ok, Icon::Ok};
    case Fate::Failed:
        return {Meaning::Warning, Icon::Warning};
    case Fate::Running:
        return {Meaning::Info, Icon::Clock};
    default:
        return {Meaning::Neutral, Icon::No};
    }
}

QString nameOf(const RoutePlace &place, const Names &names)
{
    const QString provider = names.provider ? names.provider(place.provider) : place.provider;
    const QString model = names.model ? names.model(place.model) : place.model;
    return place.fromFallback ? OffersCard::tr("%1, %2").arg(provider, model) : provider;
}

QWidget *rowOf(const ExplainedOffer &it, int number, const Names &names)
{
    auto *name = new TextLabel(it.fate == Fate::Used ? TextLabel::Voice::Strong : TextLabel::Voice::Body,
                               nameOf(it.place, names));
    name->setElided(true);
    const auto [meaning, icon] = signOf(it.fate);
    auto *sign = new Sign(meaning);
    sign->setIcon(icon);
    auto *fate = new TextLabel(TextLabel::Voice::Small, wording::fateWord(it));
    auto *head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(name, 1);
    head->addWidget(sign);
    head->addWidget(fate);
    if (it.fate != Fate::LeftOut) {
        head->addSpacing(4);
        head->addWidget(new TextLabel(TextLabel::Voice::Body, texts::price(it.place.estimate)));
    }
    QStringList small = wording::whyThere(it.place, names);
    if (it.record.calls() > 0) {
        small.append(catalogtexts::measured(it.record) + u'.');
    }
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    words->addLayout(head);
    if (!small.isEmpty()) {
        auto *why = new TextLabel(TextLabel::Voice::Small, small.join(u' '));
        why->setWordWrap(true);
        words->addWidget(why);
    }
    auto *row = new Row(it.fate == Fate::Used);
    row->setObjectName(u"explain.offer."_s + it.place.offer);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(16, 7, 16, 7);
    layout->setSpacing(12);
    auto *place = new TextLabel(TextLabel::Voice::Muted, number > 0 ? QString::number(number) : u"–"_s);
    place->setMinimumWidth(place->fontMetrics().averageCharWidth() * 2);
    layout->addWidget(place, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    return row;
}

} // namespace

OffersCard::OffersCard(QWidget *parent)
    : ExplainCard(u"explain.offers"_s, tr("Offers, in order"), parent)
{
}

void OffersCard::show(const Explanation &explanation, const Names &names, const QString &rule)
{
    if (explanation.generation.id != m_id) {
        m_id = explanation.generation.id;
        m_isUnfolded = false;
    }
    setNote(explanation.isOrderOfNow ? tr("as they would be tried now") : QString());
    QVBoxLayout *layout = renew();
    if (explanation.offers.isEmpty()) {
        auto *none = new TextLabel(TextLabel::Voice::Small, tr("Nobody offers this model now."));
        none->setContentsMargins(16, 10, 16, 10);
        layout->addWidget(none);
    }
    auto *folded = new QWidget;
    auto *foldedLayout = new QVBoxLayout(folded);
    foldedLayout->setContentsMargins(0, 0, 0, 0);
    foldedLayout->setSpacing(0);
    int number = 0;
    for (const ExplainedOffer &offer : explanation.offers) {
        const bool isLeftOut = offer.fate == Fate::LeftOut;
        QVBoxLayout *place = isLeftOut ? foldedLayout : layout;
        if (isLeftOut || number > 0) {
            place->addWidget(new Hairline(Qt::Horizontal));
        }
        place->addWidget(rowOf(offer, isLeftOut ? 0 : ++number, names));
    }
    if (const int leftOut = explanation.leftOut(); leftOut > 0) {
        const QString text = tr("%1 more, left out by your rules").arg(leftOut);
        auto *unfold = named(new Button(Button::Kind::Link, text), u"explain.leftOut"_s, text);
        unfold->setCheckable(true);
        unfold->setChecked(m_isUnfolded);
        auto *line = new QHBoxLayout;
        line->setContentsMargins(12, 4, 12, 4);
        line->addWidget(unfold);
        line->addStretch(1);
        layout->addWidget(new Hairline(Qt::Horizontal));
        layout->addLayout(line);
        connect(unfold, &QPushButton::toggled, folded, [this, folded](bool on) {
            m_isUnfolded = on;
            folded->setVisible(on);
            Q_EMIT grown();
        });
    }
    layout->addWidget(folded);
    folded->setVisible(m_isUnfolded);
    layout->addWidget(new Hairline(Qt::Horizontal));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(16, 4, 8, 4);
    auto *by = new TextLabel(TextLabel::Voice::Small, rule);
    by->setObjectName(u"explain.rule"_s);
    by->setElided(true);
    auto *change = named(new Button(Button::Kind::Link, tr("Change…")), u"explain.rules"_s, tr("Change the rules"));
    foot->addWidget(by, 1);
    foot->addWidget(change);
    layout->addLayout(foot);
    connect(change, &QPushButton::clicked, this, &OffersCard::rulesWanted);
}

} // namespace lightwell
