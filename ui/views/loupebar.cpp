// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/loupebar.h"

#include "ui/shortcuts/keybinding.h"
#include "ui/shortcuts/keymap.h"
#include "ui/views/panelayout.h"
#include "ui/views/wheelzoom.h"
#include "ui/widgets/button.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSlider>

#include <cmath>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int sliderSteps = 100;
constexpr int roomForSlider = 700; ///< narrower bars have none
constexpr int roomForWords = 880; ///< narrower bars have signs alone

Button *button(Icon icon, const QString &text, const QString &objectName, const QString &what, const Keymap &keymap,
               KeyAction action)
{
    auto *it = named(new Button(Button::Kind::Normal, text), objectName, what);
    it->setIcon(themedIcon(icon));
    setTip(it, what, keymap, action);
    return it;
}

QString actualTip(const Keymap &keymap)
{
    const QString one =
        withKeys(LoupeBar::tr("One picture pixel on each pixel of the screen"), keymap, KeyAction::ShowActual);
    const QString each = keymap.text(KeyAction::ShowEachActual);
    return each.isEmpty() ? one : LoupeBar::tr("%1. %2: each picture at its own 100 %.").arg(one, each);
}

} // namespace

LoupeBar::LoupeBar(const Keymap &keymap, QWidget *parent)
    : QWidget(parent)
    , m_smaller(button(Icon::Minus, {}, u"loupe.smaller"_s, tr("Smaller"), keymap, KeyAction::ZoomOut))
    , m_slider(named(new QSlider(Qt::Horizontal), u"loupe.zoom"_s, tr("How large pictures are shown")))
    , m_larger(button(Icon::Plus, {}, u"loupe.larger"_s, tr("Larger"), keymap, KeyAction::ZoomIn))
    , m_zoom(new TextLabel(TextLabel::Voice::Strong))
    , m_whole(button(Icon::Fit, tr("&Fit"), u"loupe.whole"_s, tr("Show whole pictures"), keymap, KeyAction::ShowWhole))
    , m_actual(named(new Button(Button::Kind::Normal, tr("100 %")), u"loupe.actual"_s,
                     tr("A picture’s pixel on each of the screen’s")))
    , m_line(new Hairline(Qt::Vertical))
    , m_link(button(Icon::InStep, tr("In step"), u"loupe.link"_s, tr("Zoom and move all together"), keymap,
                    KeyAction::Link))
    , m_align(button(Icon::Align, tr("Align"), u"loupe.align"_s, tr("Put shifted pictures back in step"), keymap,
                     KeyAction::Align))
    , m_countName(new TextLabel(TextLabel::Voice::Small, tr("Pictures")))
    , m_count(named(new SegmentedControl, u"loupe.count"_s, tr("Pictures beside each other")))
{
    followKeys(m_actual, keymap, [this, &keymap] { setTip(m_actual, actualTip(keymap)); });
    m_slider->setRange(0, sliderSteps);
    m_slider->setPageStep(sliderSteps / 10);
    m_zoom->setObjectName(u"loupe.readout"_s);
    m_zoom->setAlignment(Qt::AlignCenter);
    m_link->setCheckable(true);
    m_line->setFixedHeight(20);
    for (int count = 1; count <= PaneLayout::most; ++count) {
        m_count->addSegment(QString::number(count), QString::number(count));
    }
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_smaller);
    row->addWidget(m_slider);
    row->addWidget(m_larger);
    row->addWidget(m_zoom);
    row->addWidget(m_whole);
    row->addWidget(m_actual);
    row->addWidget(m_line);
    row->addWidget(m_link);
    row->addWidget(m_align);
    row->addStretch(1);
    row->addWidget(m_countName);
    row->addWidget(m_count);
    m_slider->setMaximumWidth(120);
    m_slider->setMinimumWidth(60);
    connect(m_smaller, &QPushButton::clicked, this, [this] { Q_EMIT stepWanted(1 / zoomStep); });
    connect(m_larger, &QPushButton::clicked, this, [this] { Q_EMIT stepWanted(zoomStep); });
    // Each step makes it larger by the same share.
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) {
        Q_EMIT zoomWanted(m_state.least
                          * std::pow(m_state.most / m_state.least, static_cast<double>(value) / sliderSteps));
    });
    connect(m_whole, &QPushButton::clicked, this, &LoupeBar::wholeWanted);
    connect(m_actual, &QPushButton::clicked, this, &LoupeBar::actualWanted);
    connect(m_link, &QPushButton::toggled, this, &LoupeBar::linkWanted);
    connect(m_align, &QPushButton::clicked, this, &LoupeBar::alignWanted);
    connect(m_count, &SegmentedControl::chosen, this, [this](const QString &id) { Q_EMIT countWanted(id.toInt()); });
}

void LoupeBar::show(const State &state)
{
    m_state = state;
    const QSignalBlocker still(m_slider);
    const double share =
        state.most > state.least ? std::log(state.zoom / state.least) / std::log(state.most / state.least) : 0;
    m_slider->setValue(qRound(share * sliderSteps));
    m_zoom->setText(state.eachActual ? tr("each at 100 %")
                                     : tr("%1 × fit").arg(QString::number(state.zoom, 'f', state.zoom < 9.95 ? 1 : 0)));
    m_slider->setAccessibleDescription(m_zoom->text());
    m_smaller->setEnabled(state.zoom > state.least * 1.0001);
    m_larger->setEnabled(state.zoom < state.most * 0.9999);
    const QSignalBlocker quiet(m_link);
    m_link->setChecked(state.linked);
    m_link->setIcon(themedIcon(state.linked ? Icon::InStep : Icon::Unlink));
    m_align->setEnabled(state.anyShifted);
    const bool several = state.panes > 1;
    m_line->setVisible(several);
    m_link->setVisible(several);
    m_align->setVisible(several);
    m_count->setVisible(state.pictures > 1);
    for (int count = 1; count <= PaneLayout::most; ++count) {
        m_count->setSegmentShown(QString::number(count), count <= state.pictures);
    }
    m_count->setCurrent(QString::number(state.panes));
    fit();
}

void LoupeBar::fit()
{
    const bool words = width() >= roomForWords;
    m_slider->setVisible(width() >= roomForSlider);
    m_countName->setVisible(words && m_state.pictures > 1);
    m_whole->setText(words ? tr("&Fit") : QString());
    m_link->setText(words ? tr("In step") : QString());
    m_align->setText(words ? tr("Align") : QString());
    // Of the longest text, so that nothing beside it moves.
    m_zoom->setMinimumWidth(
        m_zoom->fontMetrics().horizontalAdvance(m_state.eachActual ? m_zoom->text() : tr("%1 × fit").arg(u"88.8"_s)));
}

void LoupeBar::resizeEvent(QResizeEvent *)
{
    fit();
}

} // namespace lightwell
