// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/loupeview.h"

#include "ui/shortcuts/keymap.h"
#include "ui/views/filmstrip.h"
#include "ui/views/loupebar.h"
#include "ui/views/loupepane.h"
#include "ui/views/panelayout.h"
#include "ui/views/picturearea.h"
#include "ui/views/wheelzoom.h"
#include "ui/widgets/hintline.h"

#include <QKeyEvent>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 16;
constexpr int roomForHints = 560; ///< lower views have none
constexpr int roomForStrip = 470;

QList<HintLine::Hint> hints(const Keymap &keymap)
{
    const auto of = [&keymap](KeyAction action) { return QStringList {keymap.text(action)}; };
    return {{{LoupeView::tr("Wheel")}, LoupeView::tr("zoom")}, {{LoupeView::tr("Drag")}, LoupeView::tr("move")},
            {{u"1"_s, u"2"_s, u"3"_s}, LoupeView::tr("pane")}, {{u"←"_s, u"→"_s}, LoupeView::tr("next picture")},
            {of(KeyAction::ShowWhole), LoupeView::tr("fit")},  {of(KeyAction::ShowActual), LoupeView::tr("100 %")},
            {of(KeyAction::Link), LoupeView::tr("in step")},   {of(KeyAction::Align), LoupeView::tr("align")},
            {of(KeyAction::Star), LoupeView::tr("star")},      {{LoupeView::tr("Esc")}, LoupeView::tr("all pictures")}};
}

} // namespace

LoupeView::LoupeView(PyramidStore &store, CellMarks &marks, const Keymap &keymap, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_marks(marks)
    , m_keymap(keymap)
    , m_bar(new LoupeBar(keymap))
    , m_scroll(new QScrollArea)
    , m_room(new QWidget)
    , m_strip(new FilmStrip)
    , m_hints(new HintLine(u"loupe.hints"_s, hints(keymap)))
{
    setObjectName(u"loupe"_s);
    m_scroll->setObjectName(u"loupe.scroll"_s);
    m_scroll->setWidget(m_room);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus); // its pictures have the keyboard
    m_scroll->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, 8, margin, 8);
    layout->setSpacing(10);
    layout->addWidget(m_bar);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_strip);
    layout->addWidget(m_hints);
    connect(&keymap, &Keymap::changed, this, [this] { m_hints->setHints(hints(m_keymap)); });
    connectBar();
    connect(m_strip, &FilmStrip::chosen, this, &LoupeView::choose);
}

void LoupeView::connectBar()
{
    connect(m_bar, &LoupeBar::zoomWanted, this, [this](double zoom) {
        m_inStep.zoomTo(m_active, zoom);
        showViews();
    });
    connect(m_bar, &LoupeBar::stepWanted, this, &LoupeView::zoomBy);
    connect(m_bar, &LoupeBar::wholeWanted, this, [this] { act(KeyAction::ShowWhole); });
    connect(m_bar, &LoupeBar::actualWanted, this, [this] { act(KeyAction::ShowActual); });
    connect(m_bar, &LoupeBar::alignWanted, this, [this] { act(KeyAction::Align); });
    connect(m_bar, &LoupeBar::linkWanted, this, &LoupeView::link);
    connect(m_bar, &LoupeBar::countWanted, this, [this](int count) {
        m_wantedCount = count;
        setCount(count);
    });
}

LoupePane *LoupeView::addPane()
{
    const auto index = static_cast<int>(m_panes.size());
    if (!m_spare.isEmpty()) {
        m_panes.append(m_spare.takeFirst());
        m_panes.constLast()->show();
        return m_panes.constLast();
    }
    auto *pane = new LoupePane(index + 1, m_store, m_marks, m_keymap, m_room);
    m_panes.append(pane);
    pane->show();
    PictureArea *area = pane->area();
    area->installEventFilter(this);
    const auto then = [this](auto act) {
        act();
        showViews();
    };
    connect(area, &PictureArea::activated, this, [this, index] { setActive(index); });
    connect(area, &PictureArea::placeChanged, this, &LoupeView::measure);
    connect(area, &PictureArea::zoomWanted, this, [=, this](double factor, QPointF at) {
        then([&] { m_inStep.zoomTo(index, m_inStep.view(index).zoom * factor, at); });
    });
    connect(area, &PictureArea::actualOrWholeWanted, this, [=, this](QPointF at) {
        const bool isWhole = m_inStep.view(index).zoom <= 1.001;
        then([&] {
            isWhole ? m_inStep.zoomTo(index, m_inStep.places().at(index).actualZoom(), at) : m_inStep.showWhole(index);
        });
    });
    connect(area, &PictureArea::moveWanted, this, [=, this](QPointF by) { then([&] { m_inStep.move(index, by); }); });
    connect(area, &PictureArea::lookWanted, this,
            [=, this](QPointF centre) { then([&] { m_inStep.lookAt(index, centre); }); });
    connect(area, &PictureArea::dragWanted, this, [this, pane] { Q_EMIT dragWanted(pane->area(), pane->picture()); });
    connect(pane, &LoupePane::saveWanted, this, [this, pane] { Q_EMIT saveWanted(pane->picture()); });
    connect(pane, &LoupePane::copyWanted, this, [this, pane] { Q_EMIT copyWanted(pane->picture()); });
    connect(pane, &LoupePane::menuWanted, this,
            [this, pane](const QPoint &at) { Q_EMIT menuWanted(pane->picture(), at); });
    connect(pane, &LoupePane::dropped, this,
            [this, index](const QList<referencefiles::Source> &pictures) { Q_EMIT dropped(index, pictures); });
    return pane;
}

const ViewedPicture *LoupeView::find(const QString &id) const
{
    for (const ViewedPicture &picture : m_pictures) {
        if (picture.id == id) {
            return &picture;
        }
    }
    return nullptr;
}

QStringList LoupeView::shown() const
{
    QStringList ids;
    for (const LoupePane *pane : m_panes) {
        ids.append(pane->picture().id);
    }
    return ids;
}

QString LoupeView::current() const
{
    const LoupePane *active = m_panes.value(m_active);
    return active ? active->picture().id : QString();
}

QString LoupeView::nextOf(const QString &id) const
{
    const QStringList taken = shown();
    qsizetype from = 0;
    while (from < m_pictures.size() && m_pictures.at(from).id != id) {
        ++from;
    }
    for (qsizetype by = 1; by <= m_pictures.size(); ++by) {
        const QString &other = m_pictures.at((from + by) % m_pictures.size()).id;
        if (!taken.contains(other)) {
            return other;
        }
    }
    return {};
}

void LoupeView::setPictures(const QList<ViewedPicture> &pictures)
{
    m_pictures = pictures;
    m_strip->setPictures(pictures);
    showBelow();
    QStringList kept;
    for (LoupePane *pane : std::as_const(m_panes)) {
        if (const ViewedPicture *now = find(pane->picture().id)) {
            pane->setPicture(*now);
            kept.append(now->id);
        }
    }
    if (kept.size() < m_panes.size()) { // some are gone, with their panes
        const auto active = static_cast<int>(kept.indexOf(current()));
        open(kept, std::max(active, 0));
    } else {
        measure();
        showShown();
    }
}

void LoupeView::open(const QStringList &ids, int active)
{
    const bool linked = m_inStep.isLinked();
    m_inStep = InStep();
    m_inStep.setLinked(linked);
    while (m_panes.size() > ids.size()) {
        m_panes.constLast()->hide();
        m_panes.constLast()->setPicture({});
        m_spare.prepend(m_panes.takeLast());
    }
    for (qsizetype index = 0; index < ids.size(); ++index) {
        LoupePane *pane = index < m_panes.size() ? m_panes.at(index) : addPane();
        if (const ViewedPicture *picture = find(ids.at(index))) {
            pane->setPicture(*picture);
        }
    }
    m_active = std::clamp<int>(active, 0, std::max<int>(0, static_cast<int>(m_panes.size()) - 1));
    arrange();
    measure();
    showShown();
}

/// The views stay; panes come with the pictures that follow, and the last ones go.
void LoupeView::setCount(int count)
{
    const bool hadKeyboard = isCanvas(window()->focusWidget());
    while (m_panes.size() > std::max(count, 1)) {
        // The active one stays, in the last place if need be.
        const bool isActive = m_active == m_panes.size() - 1;
        LoupePane *last = m_panes.takeLast();
        if (isActive) {
            m_active = static_cast<int>(m_panes.size()) - 1;
            m_inStep.forget(m_active);
            m_panes.constLast()->setPicture(last->picture());
        }
        last->hide();
        last->setPicture({});
        m_spare.prepend(last);
    }
    while (m_panes.size() < count) {
        const QString next = nextOf(m_panes.isEmpty() ? QString() : m_panes.constLast()->picture().id);
        if (next.isEmpty()) {
            break;
        }
        LoupePane *pane = addPane();
        pane->setPicture(*find(next));
    }
    arrange();
    measure();
    showShown();
    if (hadKeyboard) {
        takeKeyboard();
    }
}

void LoupeView::put(int pane, const QString &id)
{
    const ViewedPicture *picture = find(id);
    if (!picture || pane < 0 || pane >= m_panes.size()) {
        return;
    }
    m_inStep.forget(pane);
    m_panes.at(pane)->setPicture(*picture);
    measure();
    showShown();
}

/// In the strip: another one for the active pane, or the pane it is in already.
void LoupeView::choose(const QString &id)
{
    const auto pane = static_cast<int>(shown().indexOf(id));
    if (pane >= 0) {
        setActive(pane);
    } else {
        put(m_active, id);
    }
}

void LoupeView::setActive(int pane)
{
    if (pane >= 0 && pane < m_panes.size() && pane != m_active) {
        m_active = pane;
        showShown();
        showViews();
    }
}

void LoupeView::step(int by)
{
    const QStringList taken = shown();
    qsizetype at = 0;
    while (at < m_pictures.size() && m_pictures.at(at).id != current()) {
        ++at;
    }
    for (at += by; at >= 0 && at < m_pictures.size(); at += by) {
        if (!taken.contains(m_pictures.at(at).id)) {
            put(m_active, m_pictures.at(at).id);
            return;
        }
    }
}

void LoupeView::link(bool linked)
{
    m_inStep.setLinked(linked);
    showViews();
}

void LoupeView::zoomBy(double factor)
{
    m_inStep.zoomTo(m_active, m_inStep.view(m_active).zoom * factor);
    showViews();
}

void LoupeView::arrange()
{
    const QSize room = m_scroll->size();
    const PaneLayout layout = paneLayout(static_cast<int>(m_panes.size()), room);
    m_room->setFixedSize(layout.size.expandedTo(QSize(1, 1)));
    for (qsizetype index = 0; index < m_panes.size(); ++index) {
        m_panes.at(index)->setGeometry(QStyle::visualRect(layoutDirection(), m_room->rect(), layout.panes.at(index)));
    }
}

void LoupeView::measure()
{
    QList<ViewPlace> places;
    for (const LoupePane *pane : std::as_const(m_panes)) {
        places.append(pane->area()->place());
    }
    m_inStep.setPlaces(places);
    showViews();
}

void LoupeView::showViews()
{
    bool anyShifted = false;
    for (int index = 0; index < m_panes.size(); ++index) {
        const bool shifted = m_panes.size() > 1 && m_inStep.isShifted(index);
        anyShifted = anyShifted || shifted;
        m_panes.at(index)->setView(m_inStep.view(index), shifted);
    }
    m_bar->show({.zoom = m_inStep.view(m_active).zoom,
                 .least = m_inStep.minZoom(m_active),
                 .most = m_inStep.maxZoom(m_active),
                 .linked = m_inStep.isLinked(),
                 .eachActual = m_inStep.isEachActual(),
                 .anyShifted = anyShifted,
                 .panes = static_cast<int>(m_panes.size()),
                 .pictures = static_cast<int>(m_pictures.size())});
}

void LoupeView::showShown()
{
    for (int index = 0; index < m_panes.size(); ++index) {
        m_panes.at(index)->setActive(index == m_active, m_panes.size() > 1);
    }
    m_strip->setShown(shown(), m_active);
}

bool LoupeView::isCanvas(const QWidget *widget) const
{
    return widget && (m_strip->isAncestorOf(widget) || qobject_cast<const PictureArea *>(widget))
        && isAncestorOf(widget);
}

void LoupeView::takeKeyboard()
{
    if (const LoupePane *active = m_panes.value(m_active)) {
        active->area()->setFocus(Qt::OtherFocusReason);
    }
}

void LoupeView::resizeEvent(QResizeEvent *)
{
    showBelow();
}

void LoupeView::showBelow()
{
    m_hints->setVisible(height() >= roomForHints);
    m_strip->setVisible(height() >= roomForStrip && m_pictures.size() > 1);
}

bool LoupeView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_scroll && event->type() == QEvent::Resize) {
        arrange();
    } else if (event->type() == QEvent::KeyPress && qobject_cast<PictureArea *>(watched)) {
        // The scroll area between would take the arrows.
        event->accept();
        keyPressEvent(static_cast<QKeyEvent *>(event));
        const bool isTaken = event->isAccepted();
        event->accept(); // else what the picture does with it (Tab) is done again by whatever it lies in
        return isTaken;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace lightwell
