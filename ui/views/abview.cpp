// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/abview.h"

#include "ui/texts.h"
#include "ui/views/abbar.h"
#include "ui/views/abcanvas.h"
#include "ui/views/hintline.h"
#include "ui/views/wheelzoom.h"
#include "ui/widgets/card.h"
#include "ui/widgets/names.h"

#include <QActionGroup>
#include <QKeyEvent>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 16;
constexpr double splitStep = 0.01; ///< by an arrow key
constexpr double largeStep = 0.1; ///< with Shift; and of the pane, where the pictures are moved
constexpr int flickerInterval = 500; ///< milliseconds: faster flicker can do people harm
constexpr int roomForHints = 480; ///< lower views have none

QList<HintLine::Hint> hints(AbCanvas::Mode mode)
{
    QList<HintLine::Hint> all;
    switch (mode) {
    case AbCanvas::Mode::Slider:
        all = {{{AbView::tr("Drag")}, AbView::tr("split")},
               {{u"←"_s, u"→"_s}, AbView::tr("split by 1 %")},
               {{AbView::tr("Home"), AbView::tr("End")}, AbView::tr("all B, all A")},
               {{u"D"_s}, AbView::tr("difference")},
               {{u"F"_s}, AbView::tr("flicker")}};
        break;
    case AbCanvas::Mode::Flicker:
        all = {{{AbView::tr("Hold F")}, AbView::tr("the other one")},
               {{AbView::tr("Click")}, AbView::tr("change")},
               {{u"D"_s}, AbView::tr("difference")}};
        break;
    case AbCanvas::Mode::Difference:
        all = {{{u"←"_s, u"→"_s}, AbView::tr("weaker, stronger")},
               {{u"D"_s}, AbView::tr("slider")},
               {{u"F"_s}, AbView::tr("flicker")}};
        break;
    }
    const QList<HintLine::Hint> always {{{u"X"_s}, AbView::tr("swap")},
                                        {{AbView::tr("Wheel")}, AbView::tr("zoom")},
                                        {{AbView::tr("Space")}, AbView::tr("move")},
                                        {{AbView::tr("Esc")}, AbView::tr("all pictures")}};
    return all + always;
}

QString percent(double value)
{
    return QString::number(value, 'f', value < 9.995 ? 2 : 1);
}

} // namespace

AbView::AbView(PyramidStore &store, QWidget *parent)
    : QWidget(parent)
    , m_bar(new AbBar)
    , m_canvas(named(new AbCanvas(store), u"ab.canvas"_s, tr("Two pictures")))
    , m_caption(new AbCaption)
    , m_hints(new HintLine(u"ab.hints"_s, hints(AbCanvas::Mode::Slider)))
{
    setObjectName(u"ab"_s);
    auto *card = new Card;
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->setSpacing(0);
    inside->addWidget(m_canvas, 1);
    inside->addWidget(m_caption);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, 8, margin, 8);
    layout->setSpacing(10);
    layout->addWidget(m_bar);
    layout->addWidget(card, 1);
    layout->addWidget(m_hints);
    m_flicker.setInterval(flickerInterval);
    connect(&m_flicker, &QTimer::timeout, this, [this] { m_canvas->setSwapped(!m_canvas->isSwapped()); });
    connectBar();
    connect(m_canvas, &AbCanvas::changed, this, &AbView::tell);
    connect(m_caption, &AbCaption::chooseWanted, this, &AbView::openMenu);
    connect(m_caption, &AbCaption::saveWanted, this,
            [this](AbCaption::Side side) { Q_EMIT saveWanted(find(side == AbCaption::Side::A ? m_a : m_b)); });
    // In flicker, who points at a name sees its picture.
    connect(m_caption, &AbCaption::hovered, this, [this](AbCaption::Side side, bool inside) {
        if (m_canvas->mode() == AbCanvas::Mode::Flicker && !m_flicker.isActive()) {
            m_canvas->setHeld(inside && (side == AbCaption::Side::B) != m_canvas->isSwapped());
        }
    });
}

void AbView::connectBar()
{
    connect(m_bar, &AbBar::modeWanted, this, [this](AbCanvas::Mode mode) { setMode(static_cast<int>(mode)); });
    connect(m_bar, &AbBar::swapWanted, this, &AbView::swap);
    connect(m_bar, &AbBar::wholeWanted, this, [this] { static_cast<void>(pressSign(Qt::Key_0)); });
    connect(m_bar, &AbBar::actualWanted, this, [this] { static_cast<void>(pressSign(Qt::Key_Z)); });
    connect(m_bar, &AbBar::middleWanted, this, [this] { m_canvas->setSplit(0.5); });
    connect(m_bar, &AbBar::automaticWanted, this, &AbView::flick);
    connect(m_bar, &AbBar::gainWanted, this, [this](int gain) {
        m_gain = gain;
        m_canvas->setGain(gain);
    });
}

ViewedPicture AbView::find(const QString &id) const
{
    const auto found = std::find_if(m_pictures.cbegin(), m_pictures.cend(),
                                    [&id](const ViewedPicture &picture) { return picture.id == id; });
    return found == m_pictures.cend() ? ViewedPicture() : *found;
}

void AbView::setPictures(const QList<ViewedPicture> &pictures)
{
    m_pictures = pictures;
    if (find(m_a).id.isEmpty() || find(m_b).id.isEmpty()) {
        m_a.clear();
        m_b.clear();
    }
    showPictures();
}

void AbView::open(const QString &a, const QString &b)
{
    m_a = a;
    m_b = b;
    m_canvas->setSwapped(false);
    m_canvas->setSplit(0.5);
    m_canvas->setGain(m_gain);
    showPictures();
    m_canvas->view().showWhole(0);
    m_canvas->refresh();
}

void AbView::showPictures()
{
    const ViewedPicture a = find(m_a);
    const ViewedPicture b = find(m_b);
    m_canvas->setPictures(a, b);
    m_canvas->setAccessibleName(tr("%1 and %2").arg(a.name, b.name));
    m_caption->show(a, b, m_pictures.size() > 2);
}

QString AbView::told() const
{
    QStringList words;
    const bool isOneShape = m_canvas->stage().isOneShape();
    if (!isOneShape) {
        words.append(tr("different shape"));
    }
    switch (m_canvas->mode()) {
    case AbCanvas::Mode::Slider:
        words.append(tr("split at %1 %").arg(qRound(m_canvas->split() * 100)));
        break;
    case AbCanvas::Mode::Flicker:
        words.append(m_canvas->isBShown() ? tr("B is shown") : tr("A is shown"));
        break;
    case AbCanvas::Mode::Difference:
        if (m_canvas->isBScaled() && isOneShape) {
            words.append(tr("B is scaled to A"));
        }
        if (const std::optional<double> mean = m_canvas->meanDifference()) {
            words.append(tr("%1 % apart on average").arg(percent(*mean)));
        } else {
            words.append(tr("comparing…"));
        }
        break;
    }
    return words.join(u" · "_s);
}

void AbView::tell()
{
    const double zoom = m_canvas->view().view(0).zoom;
    const QString words = told();
    m_bar->show({.mode = m_canvas->mode(),
                 .zoom = tr("%1 × fit").arg(QString::number(zoom, 'f', zoom < 9.95 ? 1 : 0)),
                 .told = words,
                 .gain = m_gain,
                 .automatic = m_flicker.isActive()});
    m_canvas->setAccessibleDescription(words);
}

void AbView::setMode(int mode)
{
    flick(false);
    m_canvas->setMode(static_cast<AbCanvas::Mode>(mode));
    m_hints->setHints(hints(m_canvas->mode()));
}

void AbView::swap()
{
    std::swap(m_a, m_b);
    showPictures();
}

void AbView::flick(bool automatic)
{
    automatic ? m_flicker.start() : m_flicker.stop();
    tell();
}

void AbView::rest()
{
    flick(false);
    m_canvas->setHeld(false);
    m_canvas->setPictures({}, {});
}

void AbView::takeKeyboard()
{
    m_canvas->setFocus(Qt::OtherFocusReason);
}

void AbView::put(AbCaption::Side side, const QString &id)
{
    QString &here = side == AbCaption::Side::A ? m_a : m_b;
    QString &there = side == AbCaption::Side::A ? m_b : m_a;
    if (id == there) {
        std::swap(here, there);
    } else {
        here = id;
    }
    showPictures();
}

void AbView::openMenu(AbCaption::Side side, QWidget *anchor)
{
    auto *menu = named(new QMenu(this), u"abMenu"_s, tr("Pictures"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *group = new QActionGroup(menu);
    for (qsizetype index = 0; index < m_pictures.size(); ++index) {
        const ViewedPicture &picture = m_pictures.at(index);
        QStringList words {picture.name, picture.isThere() ? texts::size(picture.picture.size) : QString()};
        words.removeAll(QString());
        QAction *action = menu->addAction(words.join(u" · "_s).replace(u'&', "&&"_L1));
        action->setObjectName(u"abMenu.%1"_s.arg(index + 1));
        action->setCheckable(true);
        action->setChecked(picture.id == (side == AbCaption::Side::A ? m_a : m_b));
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, side, id = picture.id] { put(side, id); });
    }
    menu->popup(anchor->mapToGlobal(QPoint(0, anchor->height())));
}

void AbView::moveSplit(double by)
{
    m_canvas->setSplit(std::round((m_canvas->split() + by) * 100) / 100);
}

void AbView::keyPressEvent(QKeyEvent *event)
{
    const Qt::KeyboardModifiers with = event->modifiers() & ~Qt::KeypadModifier;
    const bool isPlain = with == Qt::NoModifier;
    if (event->key() == Qt::Key_Escape && isPlain) {
        Q_EMIT left();
    } else if (!m_canvas->hasFocus()) {
        QWidget::keyPressEvent(event);
    } else if (isPlain && event->key() == Qt::Key_F) {
        if (!event->isAutoRepeat()) {
            if (m_canvas->mode() != AbCanvas::Mode::Flicker) {
                setMode(static_cast<int>(AbCanvas::Mode::Flicker));
            }
            m_canvas->setHeld(true);
        }
    } else if (isPlain && event->key() == Qt::Key_Space) {
        m_canvas->setPanning(true);
    } else if (!pressArrow(event->key(), with) && (!isPlain || !pressSign(event->key()))) {
        QWidget::keyPressEvent(event);
    }
}

void AbView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->isAutoRepeat()) {
        return;
    }
    if (event->key() == Qt::Key_F) {
        m_canvas->setHeld(false);
    } else if (event->key() == Qt::Key_Space) {
        m_canvas->setPanning(false);
    } else {
        QWidget::keyReleaseEvent(event);
    }
}

bool AbView::pressSign(int key)
{
    using Mode = AbCanvas::Mode;
    InStep &view = m_canvas->view();
    if (key >= Qt::Key_1 && key <= Qt::Key_9 && key - Qt::Key_1 < m_pictures.size()) {
        put(AbCaption::Side::B, m_pictures.at(key - Qt::Key_1).id);
        return true;
    }
    switch (key) {
    case Qt::Key_0:
        view.showWhole(0);
        break;
    case Qt::Key_Z:
        view.zoomTo(0, view.places().value(0).actualZoom());
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        view.zoomTo(0, view.view(0).zoom * zoomStep);
        break;
    case Qt::Key_Minus:
        view.zoomTo(0, view.view(0).zoom / zoomStep);
        break;
    case Qt::Key_X:
        swap();
        break;
    case Qt::Key_D:
        setMode(static_cast<int>(m_canvas->mode() == Mode::Difference ? Mode::Slider : Mode::Difference));
        break;
    case Qt::Key_G:
        Q_EMIT left();
        return true;
    case Qt::Key_L:
        Q_EMIT loupeWanted();
        return true;
    default:
        return false;
    }
    m_canvas->refresh();
    return true;
}

/// Alone and with Shift they move the line, or choose how strongly differences are shown; with Ctrl, what is seen.
bool AbView::pressArrow(int key, Qt::KeyboardModifiers with)
{
    const bool isLeft = key == Qt::Key_Left;
    const bool isRight = key == Qt::Key_Right;
    const bool isUp = key == Qt::Key_Up;
    const int way = isRight || key == Qt::Key_Down ? 1 : -1;
    if (with == Qt::ControlModifier && (isLeft || isRight || isUp || key == Qt::Key_Down)) {
        const QPointF by = isLeft || isRight ? QPointF(-way * m_canvas->width() * largeStep, 0)
                                             : QPointF(0, -way * m_canvas->height() * largeStep);
        m_canvas->view().move(0, by);
        m_canvas->refresh();
        return true;
    }
    if (with != Qt::NoModifier && with != Qt::ShiftModifier) {
        return false;
    }
    switch (m_canvas->mode()) {
    case AbCanvas::Mode::Slider:
        if (key == Qt::Key_Home || key == Qt::Key_End) {
            m_canvas->setSplit(key == Qt::Key_End ? 1 : 0);
            return true;
        }
        if (isLeft || isRight) {
            moveSplit(way * (with == Qt::ShiftModifier ? largeStep : splitStep));
            return true;
        }
        return false;
    case AbCanvas::Mode::Difference:
        if (isLeft || isRight) {
            const auto at = std::distance(std::begin(AbBar::gains),
                                          std::find(std::begin(AbBar::gains), std::end(AbBar::gains), m_gain))
                + way;
            if (at >= 0 && at < std::ssize(AbBar::gains)) {
                m_gain = AbBar::gains[at];
                m_canvas->setGain(m_gain);
            }
            return true;
        }
        return false;
    case AbCanvas::Mode::Flicker:
        if ((isLeft || isRight) && with == Qt::NoModifier) {
            m_canvas->setSwapped(!m_canvas->isSwapped());
            return true;
        }
        return false;
    }
    return false;
}

void AbView::resizeEvent(QResizeEvent *)
{
    m_hints->setVisible(height() >= roomForHints);
}

} // namespace lightwell
