// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/filmstrip.h"

#include "ui/texts.h"
#include "ui/views/stripthumb.h"
#include "ui/widgets/exclusivefocus.h"
#include "ui/widgets/textlabel.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QScrollBar>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int titleWidth = 184;
constexpr int gap = 2;

/// What all of them have in common; empty where they differ.
template<typename Of>
auto common(const QList<ViewedPicture> &pictures, Of of) -> decltype(of(pictures.constFirst()))
{
    if (pictures.isEmpty()) {
        return {};
    }
    const auto first = of(pictures.constFirst());
    for (const ViewedPicture &picture : pictures) {
        if (of(picture) != first) {
            return {};
        }
    }
    return first;
}

} // namespace

FilmStrip::FilmStrip(QWidget *parent)
    : Card(Ground::Surface, parent)
    , m_title(new TextLabel(TextLabel::Voice::Strong))
    , m_facts(new TextLabel(TextLabel::Voice::Small))
    , m_area(new QScrollArea)
    , m_group(new QButtonGroup(this))
{
    setObjectName(u"loupe.strip"_s);
    m_title->setObjectName(u"loupe.strip.title"_s);
    m_title->setElided(true);
    m_facts->setObjectName(u"loupe.strip.facts"_s);
    m_facts->setElided(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    words->addStretch();
    words->addWidget(m_title);
    words->addWidget(m_facts);
    words->addStretch();
    auto *content = new QWidget;
    m_row = new QHBoxLayout(content);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(gap);
    m_row->addStretch();
    m_area->setObjectName(u"loupe.strip.area"_s);
    m_area->setWidget(content);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->viewport()->setAutoFillBackground(false); // the card shows through
    content->setAutoFillBackground(false);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 8, 4);
    row->setSpacing(10);
    row->addLayout(words);
    row->addWidget(m_area, 1);
    m_title->setFixedWidth(titleWidth);
    m_facts->setFixedWidth(titleWidth);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    keepTabOnChecked(m_group);
    connect(m_group, &QButtonGroup::buttonClicked, this,
            [this](const QAbstractButton *button) { Q_EMIT chosen(m_ids.value(m_row->indexOf(button))); });
}

QSize FilmStrip::sizeHint() const
{
    return {400, StripThumb(nullptr).sizeHint().height() + 10};
}

void FilmStrip::setPictures(const QList<ViewedPicture> &pictures)
{
    QStringList ids;
    for (const ViewedPicture &picture : pictures) {
        ids.append(picture.id);
    }
    if (ids != m_ids) {
        qDeleteAll(std::as_const(m_thumbs));
        m_thumbs.clear();
        m_ids = ids;
        for (qsizetype index = 0; index < pictures.size(); ++index) {
            auto *thumb = new StripThumb;
            thumb->setObjectName(u"loupe.strip.%1"_s.arg(index + 1));
            m_group->addButton(thumb);
            thumb->setFocusPolicy(Qt::ClickFocus); // until it is the checked one
            m_row->insertWidget(static_cast<int>(index), thumb);
            m_thumbs.insert(pictures.at(index).id, thumb);
        }
    }
    for (const ViewedPicture &picture : pictures) {
        m_thumbs.value(picture.id)->setPicture(picture);
    }
    title(pictures);
}

void FilmStrip::title(const QList<ViewedPicture> &pictures)
{
    m_title->setText(common(pictures, [](const ViewedPicture &it) { return it.generation.request.prompt; }));
    QStringList facts;
    // A run begins all its pictures together.
    const QDateTime at = pictures.isEmpty() ? QDateTime() : pictures.constFirst().generation.createdAt.toLocalTime();
    if (at.isValid() && !m_title->text().isEmpty()) {
        const QString time = QLocale().toString(at.time(), QLocale::ShortFormat);
        facts.append(at.date() == QDate::currentDate()
                         ? tr("today, %1").arg(time)
                         : QLocale().toString(at.date(), QLocale::ShortFormat) + u", "_s + time);
    }
    if (const auto seed = common(pictures, [](const ViewedPicture &it) { return it.generation.request.seed; })) {
        facts.append(tr("seed %1").arg(*seed));
    }
    m_facts->setText(facts.join(u" · "_s));
    const bool any = !m_title->text().isEmpty() || !facts.isEmpty();
    m_title->setVisible(any);
    m_facts->setVisible(any);
}

void FilmStrip::setShown(const QStringList &ids, int active)
{
    for (auto it = m_thumbs.cbegin(); it != m_thumbs.cend(); ++it) {
        const auto pane = static_cast<int>(ids.indexOf(it.key()));
        const bool isActive = pane >= 0 && pane == active;
        it.value()->setNumber(pane + 1, isActive);
        if (isActive) {
            it.value()->setChecked(true);
            m_area->ensureWidgetVisible(it.value(), StripThumb::most.width() / 2, 0);
        }
    }
}

} // namespace lightwell
