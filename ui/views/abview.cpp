// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/abview.h"

#include "ui/shortcuts/keymap.h"
#include "ui/texts.h"
#include "ui/views/abbar.h"
#include "ui/views/abcanvas.h"
#include "ui/widgets/card.h"
#include "ui/widgets/hintline.h"
#include "ui/widgets/names.h"

#include <QActionGroup>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 16;
constexpr int flickerInterval = 500; ///< milliseconds: faster flicker can do people harm
constexpr int roomForHints = 480; ///< lower views have none

QList<HintLine::Hint> hints(AbCanvas::Mode mode, const Keymap &keymap)
{
    const QString difference = keymap.text(KeyAction::ShowDifference);
    const QString flicker = keymap.text(KeyAction::Flicker);
    QList<HintLine::Hint> all;
    switch (mode) {
    case AbCanvas::Mode::Slider:
        all = {{{AbView::tr("Drag")}, AbView::tr("split")},
               {{u"←"_s, u"→"_s}, AbView::tr("split by 1 %")},
               {{AbView::tr("Home"), AbView::tr("End")}, AbView::tr("all B, all A")},
               {{difference}, AbView::tr("difference")},
               {{flicker}, AbView::tr("flicker")}};
        break;
    case AbCanvas::Mode::Flicker:
        all = {{{flicker.isEmpty() ? QString() : AbView::tr("Hold %1").arg(flicker)}, AbView::tr("the other one")},
               {{AbView::tr("Click")}, AbView::tr("change")},
               {{difference}, AbView::tr("difference")}};
        break;
    case AbCanvas::Mode::Difference:
        all = {{{u"←"_s, u"→"_s}, AbView::tr("weaker, stronger")},
               {{difference}, AbView::tr("slider")},
               {{flicker}, AbView::tr("flicker")}};
        break;
    }
    const QList<HintLine::Hint> always {{{keymap.text(KeyAction::SwapSides)}, AbView::tr("swap")},
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

AbView::AbView(PyramidStore &store, CellMarks &marks, const Keymap &keymap, QWidget *parent)
    : QWidget(parent)
    , m_keymap(keymap)
    , m_bar(new AbBar(keymap))
    , m_canvas(named(new AbCanvas(store), u"ab.canvas"_s, tr("Two pictures")))
    , m_caption(new AbCaption(marks))
    , m_hints(new HintLine(u"ab.hints"_s, hints(AbCanvas::Mode::Slider, keymap)))
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
    connect(&keymap, &Keymap::changed, this, &AbView::showHints);
    connectBar();
    connect(m_canvas, &AbCanvas::changed, this, &AbView::tell);
    connect(m_caption, &AbCaption::chooseWanted, this, &AbView::openMenu);
    connect(m_caption, &AbCaption::saveWanted, this, [this](AbCaption::Side side) { Q_EMIT saveWanted(of(side)); });
    connect(m_caption, &AbCaption::menuWanted, this,
            [this](AbCaption::Side side, const QPoint &at) { Q_EMIT menuWanted(of(side), at); });
    // In flicker, who points at a name sees its picture.
    connect(m_caption, &AbCaption::hovered, this, [this](AbCaption::Side side, bool isInside) {
        if (m_canvas->mode() == AbCanvas::Mode::Flicker && !m_flicker.isActive()) {
            m_canvas->setHeld(isInside && (side == AbCaption::Side::B) != m_canvas->isSwapped());
        }
    });
}

void AbView::connectBar()
{
    connect(m_bar, &AbBar::modeWanted, this, [this](AbCanvas::Mode mode) { setMode(static_cast<int>(mode)); });
    connect(m_bar, &AbBar::swapWanted, this, &AbView::swap);
    connect(m_bar, &AbBar::wholeWanted, this, [this] { act(KeyAction::ShowWhole); });
    connect(m_bar, &AbBar::actualWanted, this, [this] { act(KeyAction::ShowActual); });
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

ViewedPicture AbView::of(AbCaption::Side side) const
{
    return find(side == AbCaption::Side::A ? m_a : m_b);
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
    showHints();
}

void AbView::showHints()
{
    m_hints->setHints(hints(m_canvas->mode(), m_keymap));
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

void AbView::resizeEvent(QResizeEvent *)
{
    m_hints->setVisible(height() >= roomForHints);
}

} // namespace lightwell
