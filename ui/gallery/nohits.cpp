// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/nohits.h"

#include "core/async/whendone.h"
#include "core/library/library.h"
#include "ui/texts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/names.h"

#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxOffers = 3;

} // namespace

NoHits::NoHits(Library &library, QWidget *parent)
    : QWidget(parent)
    , m_library(library)
    , m_offers(new QVBoxLayout)
{
    setObjectName(u"galleryNoHits"_s);
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(
        new EmptyState(Icon::Search, tr("No picture fits"), tr("Take a filter away, or look for another word.")));
    m_offers->setSpacing(8);
    layout->addLayout(m_offers);
    auto *clear = named(new Button(Button::Kind::Normal, tr("Take &all filters away")), u"galleryClearFilters"_s,
                        tr("Take all filters away"));
    layout->addSpacing(8);
    layout->addWidget(clear, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(clear, &QAbstractButton::clicked, this, &NoHits::clearWanted);
}

void NoHits::setParts(const QList<GalleryFilters::Part> &parts)
{
    const int round = ++m_round;
    QList<LibraryFilter> filters;
    for (const GalleryFilters::Part &part : parts) {
        filters.append(part.rest);
    }
    offer({}, {});
    if (parts.size() < 2) {
        return; // taking it away is taking all away
    }
    whenDone(m_library.counts(filters), this, [this, round, parts](const Result<QList<qint64>> &counts) {
        if (round == m_round && counts) {
            offer(parts, *counts);
        }
    });
}

/// Those without which most pictures would be there, if any would.
void NoHits::offer(const QList<GalleryFilters::Part> &parts, const QList<qint64> &counts)
{
    while (QLayoutItem *item = m_offers->takeAt(0)) {
        item->widget()->hide();
        item->widget()->setObjectName({});
        item->widget()->deleteLater(); // it may be the one that was just pressed
        delete item;
    }
    QList<std::pair<qint64, qsizetype>> order;
    for (qsizetype i = 0; i < counts.size(); ++i) {
        if (counts.at(i) > 0) {
            order.append({-counts.at(i), i});
        }
    }
    std::sort(order.begin(), order.end());
    for (const auto &[hidden, index] : order.mid(0, maxOffers)) {
        const GalleryFilters::Part &part = parts.at(index);
        const QString text = hidden == -1 ? tr("Without %1 (1 picture)").arg(part.name)
                                          : tr("Without %1 (%2 pictures)").arg(part.name, QLocale().toString(-hidden));
        auto *button = named(new Button(Button::Kind::Pill, QString(text).replace(u'&', "&&"_L1)),
                             u"galleryWithout."_s + part.id, text);
        m_offers->addWidget(button, 0, Qt::AlignHCenter);
        button->show();
        connect(button, &QAbstractButton::clicked, this, [this, id = part.id] { Q_EMIT takeAwayWanted(id); });
    }
}

} // namespace lightwell
