// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/abbar.h"

#include "ui/shortcuts/keybinding.h"
#include "ui/widgets/button.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QSignalBlocker>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int roomForWords = 820; ///< narrower bars have signs alone
constexpr int roomForZoom = 640;

const QStringList &modeNames() ///< in the order of AbCanvas::Mode
{
    static const QStringList names {u"slider"_s, u"flicker"_s, u"difference"_s};
    return names;
}

Button *button(Icon icon, const QString &text, const QString &objectName, const QString &what)
{
    auto *it = named(new Button(Button::Kind::Normal, text), objectName, what);
    it->setIcon(themedIcon(icon));
    setTip(it, what);
    return it;
}

} // namespace

AbBar::AbBar(const Keymap &keymap, QWidget *parent)
    : QWidget(parent)
    , m_modes(named(new SegmentedControl, u"ab.mode"_s, tr("How two pictures are compared")))
    , m_swap(button(Icon::Swap, tr("Swap"), u"ab.swap"_s, tr("Let A and B change places")))
    , m_line(new Hairline(Qt::Vertical))
    , m_whole(button(Icon::Fit, tr("&Fit"), u"ab.whole"_s, tr("Show whole pictures")))
    , m_actual(named(new Button(Button::Kind::Normal, tr("100 %")), u"ab.actual"_s,
                     tr("A picture’s pixel on each of the screen’s")))
    , m_zoom(new TextLabel(TextLabel::Voice::Strong))
    , m_told(new TextLabel(TextLabel::Voice::Small))
    , m_middle(button(Icon::Align, tr("Middle"), u"ab.middle"_s, tr("Put the line in the middle")))
    , m_automatic(named(new Button(Button::Kind::Normal, tr("Automatic")), u"ab.automatic"_s,
                        tr("Change twice a second by itself")))
    , m_gain(named(new SegmentedControl, u"ab.gain"_s, tr("How much stronger differences are shown")))
{
    const QStringList texts {tr("Slider"), tr("Flicker"), tr("Difference")};
    for (qsizetype index = 0; index < texts.size(); ++index) {
        m_modes->addSegment(modeNames().at(index), texts.at(index));
    }
    for (const int gain : gains) {
        m_gain->addSegment(QString::number(gain), u"×%1"_s.arg(gain));
    }
    setTip(m_swap, m_swap->accessibleName(), keymap, KeyAction::SwapSides);
    setTip(m_whole, m_whole->accessibleName(), keymap, KeyAction::ShowWhole);
    setTip(m_actual, tr("One pixel of picture A on each pixel of the screen"), keymap, KeyAction::ShowActual);
    setTip(m_automatic, tr("Change twice a second by itself"));
    m_automatic->setCheckable(true);
    m_line->setFixedHeight(20);
    m_zoom->setObjectName(u"ab.readout"_s);
    m_told->setObjectName(u"ab.told"_s);
    m_told->setElided(true);
    m_told->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_modes);
    row->addWidget(m_swap);
    row->addWidget(m_line);
    row->addWidget(m_whole);
    row->addWidget(m_actual);
    row->addWidget(m_zoom);
    row->addWidget(m_told, 1);
    row->addWidget(m_middle);
    row->addWidget(m_automatic);
    row->addWidget(m_gain);
    connect(m_modes, &SegmentedControl::chosen, this,
            [this](const QString &id) { Q_EMIT modeWanted(static_cast<AbCanvas::Mode>(modeNames().indexOf(id))); });
    connect(m_swap, &QPushButton::clicked, this, &AbBar::swapWanted);
    connect(m_whole, &QPushButton::clicked, this, &AbBar::wholeWanted);
    connect(m_actual, &QPushButton::clicked, this, &AbBar::actualWanted);
    connect(m_middle, &QPushButton::clicked, this, &AbBar::middleWanted);
    connect(m_automatic, &QPushButton::toggled, this, &AbBar::automaticWanted);
    connect(m_gain, &SegmentedControl::chosen, this, [this](const QString &id) { Q_EMIT gainWanted(id.toInt()); });
}

void AbBar::show(const State &state)
{
    m_modes->setCurrent(modeNames().at(static_cast<int>(state.mode)));
    m_zoom->setText(state.zoom);
    m_told->setText(state.told);
    m_swap->setEnabled(state.canSwap);
    m_middle->setVisible(state.mode == AbCanvas::Mode::Slider);
    m_automatic->setVisible(state.mode == AbCanvas::Mode::Flicker);
    m_gain->setVisible(state.mode == AbCanvas::Mode::Difference);
    m_gain->setCurrent(QString::number(state.gain));
    const QSignalBlocker quiet(m_automatic);
    m_automatic->setChecked(state.automatic);
}

void AbBar::fit()
{
    const bool words = width() >= roomForWords;
    m_swap->setText(words ? tr("Swap") : QString());
    m_whole->setText(words ? tr("&Fit") : QString());
    m_middle->setText(words ? tr("Middle") : QString());
    m_zoom->setVisible(width() >= roomForZoom);
}

void AbBar::resizeEvent(QResizeEvent *)
{
    fit();
}

} // namespace lightwell
