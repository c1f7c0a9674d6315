// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/cellwidget.h"

#include "ui/compare/cellactions.h"
#include "ui/compare/cellfooter.h"
#include "ui/compare/comparesession.h"
#include "ui/compare/emulationtext.h"
#include "ui/compare/failuretext.h"
#include "ui/compare/pictureview.h"
#include "ui/compare/spokennames.h"
#include "ui/compare/statepanel.h"
#include "ui/compare/stepbuttons.h"
#include "ui/keys/providerkeys.h"
#include "ui/shortcuts/keymap.h"
#include "ui/steadyclock.h"
#include "ui/texts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/stylepainting.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

CellWidget::CellWidget(const Place &place, CompareSession &session, const ProviderKeys &keys, CellActions &actions,
                       const SteadyClock &clock, QWidget *parent)
    : Card(Ground::Surface, parent)
    , m_place(place)
    , m_session(session)
    , m_keys(keys)
    , m_actions(actions)
    , m_clock(clock)
{
    setAttribute(Qt::WA_Hover);
    const QString name = u"cell.%1.%2"_s.arg(place.run).arg(place.cell);
    setObjectName(name);
    m_picture = named(new PictureView, name + u".picture"_s, tr("Picture by %1").arg(place.modelName));
    m_picture->setEnlargeable(true);
    m_state = new StatePanel(name + u".state"_s);
    m_footer = new CellFooter(name + u".footer"_s, place.modelName,
                              place.isUnderName ? CellFooter::Naming::AboveColumn : CellFooter::Naming::Here,
                              actions.keymap());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_picture);
    layout->addWidget(m_state);
    layout->addWidget(m_footer);
    connect(m_state, &StatePanel::stepTaken, this, [this](bool second) {
        if (const CompareCell *it = cell(); it && !it->isUnderWay()) {
            takeStep(second ? m_failure.second : m_failure.first);
        }
    });
    constexpr int countdownInterval = 250; // milliseconds
    m_countdown.setInterval(countdownInterval);
    connect(&m_countdown, &QTimer::timeout, this, &CellWidget::countDown);
    // Cancel comes when the step goes: the second click of a double-click and a key that is held must not stop what
    // they began.
    connect(m_footer, &CellFooter::cancelWanted, this, [this] {
        if (!isPartOfStep()) {
            cancel();
        }
    });
    connect(m_footer->cancelButton(), &Button::held, this, &CellWidget::isPartOfStep);
    connect(m_footer, &CellFooter::starWanted, this, [this] { toggle(picturemarks::Mark::Starred); });
    connect(&actions.marks(), &CellMarks::changed, this, &CellWidget::refresh);
    connect(m_footer, &CellFooter::saveWanted, this, [this] {
        if (const CompareCell *it = cell(); it && it->picture()) {
            m_actions.saveAs(this, *it->outcome, *it->picture());
        }
    });
    connect(m_footer, &CellFooter::copyWanted, this, [this] {
        if (const CompareCell *it = cell(); it && it->picture()) {
            m_actions.copy(*it->outcome, *it->picture());
        }
    });
    connect(m_footer, &CellFooter::menuWanted, this,
            [this] { openMenu(m_footer->moreButton()->mapToGlobal(QPoint(0, m_footer->moreButton()->height()))); });
    connect(m_picture, &PictureView::menuWanted, this, &CellWidget::openMenu);
    connect(m_picture, &PictureView::activated, this, &CellWidget::enlargeWanted);
    connect(m_picture, &PictureView::dragWanted, this, [this] {
        if (const CompareCell *it = cell(); it && it->picture()) {
            m_actions.drag(m_picture, *it->outcome, *it->picture());
        }
    });
    // Arrows lead from cell to cell, wherever in a cell the keyboard is.
    const QList<QWidget *> places =
        QList<QWidget *> {m_picture, m_state->steps()->first(), m_state->steps()->second()} + m_footer->tools();
    for (QWidget *control : places) {
        control->installEventFilter(this);
    }
    connect(&keys, &ProviderKeys::trialChanged, this, [this] {
        if (const CompareCell *it = cell(); it && !it->isUnderWay() && !it->picture()) {
            refresh(); // what a failure offers
        }
    });
    connect(&keys, &ProviderKeys::changed, this, &CellWidget::refresh);
    refresh();
}

const CompareCell *CellWidget::cell() const
{
    return m_session.cell(m_place.run, m_place.cell);
}

QString CellWidget::provider() const
{
    const CompareCell *it = cell();
    if (!it) {
        return {};
    }
    if (it->outcome && !it->outcome->attempts.isEmpty()) {
        return it->outcome->attempts.constLast().provider;
    }
    if (it->outcome && it->outcome->plan) {
        return it->outcome->plan->offer.provider;
    }
    return it->progress.provider;
}

Names CellWidget::names() const
{
    return spokenNames(m_place.modelName, [this](const QString &id) { return m_keys.name(id); });
}

void CellWidget::refresh()
{
    const CompareCell *it = cell();
    if (!it) {
        return;
    }
    const QWidget *focus = window()->focusWidget();
    const bool hadKeyboard = focus && isAncestorOf(focus);
    const QString id = provider();
    const QString providerName = id.isEmpty() ? QString() : m_keys.name(id);
    const bool done = it->state == CompareCell::State::Done && it->picture();
    m_picture->setVisible(done);
    m_state->setVisible(!done);
    update(); // the edge, too, where the pointer waits on it
    if (done) {
        m_picture->setPicture(*it->picture());
        m_actions.marks().want(it->picture()->id);
        QStringList spoken {tr("done"),
                            texts::duration(it->tookMilliseconds()),
                            texts::spent(it->outcome->cost),
                            emulationText(*it->outcome, names()).mark,
                            texts::size(it->picture()->size),
                            mark().isStarred ? tr("starred") : QString()};
        spoken.removeAll(QString());
        m_picture->setAccessibleDescription(spoken.join(u", "_s));
    } else if (it->isUnderWay()) {
        if (!it->before) {
            m_picture->clear();
        }
        m_state->setBehind(it->before ? m_picture->image() : QImage());
        m_state->showProgress(*it, providerName, m_session.elapsed(*it), m_session.usual(*it));
    } else {
        m_picture->clear();
        m_state->setBehind({});
        m_failure = failure();
        const bool canWait = m_failure.first.step == FailureText::Step::Retry
            || m_failure.first.step == FailureText::Step::RetryMayBillTwice;
        const int wait = canWait ? waitSeconds(*it) : 0;
        m_state->showFailure(m_failure, wait);
        wait > 0 ? m_countdown.start() : m_countdown.stop();
        m_session.findWays(m_place.run, m_place.cell);
    }
    m_footer->show(*it, providerName, names());
    m_footer->showStar(m_actions.marks().canMark(), mark().isStarred);
    if (hadKeyboard && !(focus->isVisibleTo(this) && focus->isEnabled())) {
        takeKeyboard(); // it stays in the cell, whatever is there to press now
    }
}

PictureMark CellWidget::mark() const
{
    const CompareCell *it = cell();
    return it && it->picture() ? m_actions.marks().of(it->picture()->id) : PictureMark();
}

void CellWidget::toggle(picturemarks::Mark which)
{
    const CompareCell *it = cell();
    if (it && it->picture() && !it->isUnderWay()) {
        const bool isOn = which == picturemarks::Mark::Starred ? mark().isStarred : mark().isHidden;
        m_actions.marks().set(it->picture()->id, which, !isOn);
    }
}

void CellWidget::takeKeyboard()
{
    const CompareCell *it = cell();
    QWidget *place = !m_picture->isHidden()       ? static_cast<QWidget *>(m_picture)
        : it && it->isUnderWay()                  ? m_footer->cancelButton()
        : m_state->steps()->isHidden()            ? m_footer->moreButton()
        : m_state->steps()->first()->isEnabled()  ? m_state->steps()->first()
        : !m_state->steps()->second()->isHidden() ? m_state->steps()->second()
                                                  : m_footer->moreButton();
    place->setFocus(Qt::TabFocusReason);
}

bool CellWidget::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int ahead = layoutDirection() == Qt::RightToLeft ? -1 : 1;
        const auto is = [key](Qt::Key which) { return key->key() == which && key->modifiers() == Qt::NoModifier; };
        if (is(Qt::Key_Left) || is(Qt::Key_Right)) {
            Q_EMIT moveWanted(is(Qt::Key_Right) ? ahead : -ahead, 0);
            return true;
        }
        if (is(Qt::Key_Up) || is(Qt::Key_Down)) {
            Q_EMIT moveWanted(0, is(Qt::Key_Down) ? 1 : -1);
            return true;
        }
    }
    return Card::eventFilter(watched, event);
}

void CellWidget::keyPressEvent(QKeyEvent *event)
{
    const CompareCell *it = cell();
    const bool underWay = it && it->isUnderWay();
    const bool hasPicture = it && !underWay && it->picture();
    const auto action = m_actions.keymap().find(event, KeyPlace::Pictures);
    const bool isEscape = event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier;
    const bool isFirst = !event->isAutoRepeat();
    if (underWay && (isEscape || action == KeyAction::TakeOff)) {
        cancel();
    } else if (it && !underWay && action == KeyAction::TakeOff && isFirst) {
        Q_EMIT offWanted();
    } else if (hasPicture && action == KeyAction::SavePicture) {
        m_actions.saveAs(this, *it->outcome, *it->picture());
    } else if (hasPicture && action == KeyAction::CopyPicture) {
        m_actions.copy(*it->outcome, *it->picture());
    } else if (it && !underWay && action == KeyAction::MakeAgain && isFirst && !it->isOnlyHere() && !it->isLost) {
        Q_EMIT againWanted();
    } else if (hasPicture && action == KeyAction::Star && isFirst) {
        toggle(picturemarks::Mark::Starred);
    } else if (it && action == KeyAction::Explain) {
        Q_EMIT explainWanted();
    } else if (action == KeyAction::EditPrompt) {
        Q_EMIT promptWanted();
    } else {
        Card::keyPressEvent(event);
    }
}

void CellWidget::tick()
{
    if (const CompareCell *it = cell(); it && it->isUnderWay()) {
        m_state->showElapsed(m_session.elapsed(*it), m_session.usual(*it));
    }
}

void CellWidget::setGroundHeight(int height)
{
    m_picture->setFixedHeight(height);
    m_state->setFixedHeight(height);
}

int CellWidget::captionHeight() const
{
    const QMargins border = layout()->contentsMargins();
    return m_footer->height() + border.top() + border.bottom();
}

bool CellWidget::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave) {
        update();
    } else if (event->type() == QEvent::ContextMenu) { // of whatever stands in the picture's place
        const auto *wish = static_cast<QContextMenuEvent *>(event);
        openMenu(wish->reason() == QContextMenuEvent::Keyboard ? mapToGlobal(rect().center()) : wish->globalPos());
        return true;
    }
    return Card::event(event);
}

void CellWidget::paintEvent(QPaintEvent *)
{
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    const bool isLively = underMouse() && !m_picture->isHidden();
    painting::roundedBox(&painter, QRectF(rect()), painting::cardRadius, t.surface, isLively ? t.muted : t.line);
}

void CellWidget::cancel()
{
    m_session.cancel(m_place.run, m_place.cell);
}

} // namespace lightwell
