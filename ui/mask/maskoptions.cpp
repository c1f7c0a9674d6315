// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mask/maskoptions.h"

#include "ui/mask/masktools.h"
#include "ui/widgets/button.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>

#include <cmath>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualDiameter = 72;
constexpr int minLargest = 200;
constexpr int usualFeather = 8;
constexpr int largestFeather = 100;
constexpr int roomForWords = 740; ///< narrower rows have signs only
constexpr int roomForTool = 560;
constexpr int looksWidth = 26;

} // namespace

MaskOptions::MaskOptions(QWidget *parent)
    : QWidget(parent)
    , m_tool(new TextLabel(TextLabel::Voice::Strong))
    , m_growth(new QWidget)
    , m_shown(named(new Button(Button::Kind::Pill, tr("Show mask")), u"maskShown"_s, tr("Show mask")))
    , m_looks(named(new Button(Button::Kind::Quiet), u"maskLooks"_s, tr("Colour and strength of the mask")))
    , m_zoom(new TextLabel(TextLabel::Voice::Small))
    , m_fit(named(new Button(Button::Kind::Normal, tr("Fit")), u"maskFit"_s, tr("Fit into the view")))
{
    m_tool->setObjectName(u"maskTool"_s);
    m_zoom->setObjectName(u"maskZoom"_s);
    m_tool->setMinimumWidth(m_tool->fontMetrics().horizontalAdvance(tr("Rectangle")) + 8);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(14);
    row->addWidget(m_tool);
    m_diameter = addMeasure(row, u"brushSize"_s, tr("Size"), minLargest, usualDiameter);
    m_feather = addMeasure(row, u"feather"_s, tr("Feather"), largestFeather, usualFeather);
    auto *sides = new QHBoxLayout(m_growth);
    sides->setContentsMargins(0, 0, 0, 0);
    sides->setSpacing(6);
    m_left = addSide(sides, u"growth.left"_s, tr("Left"));
    m_above = addSide(sides, u"growth.above"_s, tr("Above"));
    m_right = addSide(sides, u"growth.right"_s, tr("Right"));
    m_below = addSide(sides, u"growth.below"_s, tr("Below"));
    row->addWidget(m_growth);
    row->addStretch();
    auto *shown = new QHBoxLayout;
    shown->setSpacing(2);
    shown->addWidget(m_shown);
    shown->addWidget(m_looks);
    row->addLayout(shown);
    row->addWidget(m_zoom);
    row->addWidget(m_fit);
    m_shown->setCheckable(true);
    m_shown->setChecked(true);
    m_shown->setIcon(themedIcon(Icon::Eye));
    m_looks->setIcon(themedIcon(Icon::ChevronDown));
    m_looks->setFixedWidth(looksWidth);
    m_fit->setIcon(themedIcon(Icon::Fit));
    setTip(m_looks, m_looks->accessibleName());
    setTip(m_fit, tr("The whole canvas (0). The wheel and + − zoom, 1 shows every pixel."));
    connect(m_diameter.slider, &QSlider::valueChanged, this, &MaskOptions::diameterChanged);
    connect(m_feather.slider, &QSlider::valueChanged, this, &MaskOptions::featherChanged);
    connect(m_shown, &QPushButton::toggled, this, [this](bool on) {
        m_shown->setIcon(themedIcon(on ? Icon::Eye : Icon::EyeOff));
        Q_EMIT maskShown(on);
    });
    m_shown->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_shown, &QWidget::customContextMenuRequested, this, &MaskOptions::openLooks);
    connect(m_looks, &QPushButton::clicked, this, &MaskOptions::openLooks);
    connect(m_fit, &QPushButton::clicked, this, &MaskOptions::fitWanted);
    setTool(MaskCanvas::Tool::Brush);
}

MaskOptions::Measure MaskOptions::addMeasure(QHBoxLayout *row, const QString &objectName, const QString &text, int most,
                                             int value)
{
    Measure measure {new QWidget, named(new QSlider(Qt::Horizontal), objectName, text),
                     new TextLabel(TextLabel::Voice::Body)};
    auto *name = new TextLabel(TextLabel::Voice::Muted, text);
    name->setBuddy(measure.slider);
    measure.slider->setRange(objectName == u"feather"_s ? 0 : 2, most);
    measure.slider->setMinimumWidth(40);
    measure.slider->setMaximumWidth(96);
    measure.value->setMinimumWidth(measure.value->fontMetrics().horizontalAdvance(tr("%1 px").arg(1000)));
    const auto show = [measure](int pixels) { measure.value->setText(tr("%1 px").arg(pixels)); };
    connect(measure.slider, &QSlider::valueChanged, measure.value, show);
    measure.slider->setValue(value);
    show(value);
    auto *inside = new QHBoxLayout(measure.box);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(8);
    inside->addWidget(name);
    inside->addWidget(measure.slider);
    inside->addWidget(measure.value);
    row->addWidget(measure.box);
    return measure;
}

QSpinBox *MaskOptions::addSide(QHBoxLayout *row, const QString &objectName, const QString &text)
{
    auto *side = named(new QSpinBox, objectName, tr("%1, pixels of canvas more").arg(text));
    side->setRange(0, MaskDocument::largestSide);
    side->setSingleStep(16);
    side->setButtonSymbols(QAbstractSpinBox::NoButtons);
    side->setKeyboardTracking(false); // a number is meant once it stands there whole
    side->setFixedWidth(side->fontMetrics().horizontalAdvance(u"88888"_s) + 22);
    auto *name = new TextLabel(TextLabel::Voice::Muted, text);
    name->setBuddy(side);
    m_sides.append(name);
    setTip(side, side->accessibleName());
    row->addWidget(name);
    row->addWidget(side);
    connect(side, &QSpinBox::valueChanged, this, [this] {
        Q_EMIT growthWanted(QMargins(m_left->value(), m_above->value(), m_right->value(), m_below->value()));
    });
    return side;
}

void MaskOptions::setTool(MaskCanvas::Tool tool)
{
    const bool isBrush = tool == MaskCanvas::Tool::Brush || tool == MaskCanvas::Tool::Eraser;
    const bool isArea = tool == MaskCanvas::Tool::Rectangle || tool == MaskCanvas::Tool::Lasso;
    m_tool->setText(MaskTools::name(tool));
    m_diameter.box->setVisible(isBrush);
    m_feather.box->setVisible(isBrush || isArea);
    m_growth->setVisible(tool == MaskCanvas::Tool::Canvas);
}

void MaskOptions::resizeEvent(QResizeEvent *)
{
    const bool hasRoom = width() >= roomForWords;
    m_shown->setText(hasRoom ? tr("Show mask") : QString());
    m_fit->setText(hasRoom ? tr("Fit") : QString());
    m_tool->setVisible(width() >= roomForTool);
    for (TextLabel *name : std::as_const(m_sides)) {
        name->setVisible(width() >= roomForTool);
    }
}

void MaskOptions::setPicture(QSize size)
{
    m_diameter.slider->setMaximum(std::max(minLargest, std::max(size.width(), size.height()) / 3));
}

void MaskOptions::setGrowth(const QMargins &growth)
{
    for (const auto &[side, value] : {std::pair {m_left, growth.left()},
                                      {m_above, growth.top()},
                                      {m_right, growth.right()},
                                      {m_below, growth.bottom()}}) {
        const QSignalBlocker quiet(side);
        side->setValue(value);
    }
}

void MaskOptions::setLook(const MaskLook &look)
{
    m_look = look;
}

void MaskOptions::openLooks()
{
    auto *menu = named(new QMenu(this), u"maskLookMenu"_s, m_looks->accessibleName());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu](QActionGroup *group, const QString &objectName, const QString &text,
                                  const MaskLook &look) {
        QAction *action = menu->addAction(text);
        action->setObjectName(objectName);
        action->setCheckable(true);
        action->setChecked(look == m_look);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, look] {
            m_look = look;
            Q_EMIT lookChosen(look);
        });
    };
    using Colour = MaskLook::Colour;
    using Strength = MaskLook::Strength;
    auto *colours = new QActionGroup(menu);
    add(colours, u"maskLook.accent"_s, tr("Colour of the window"), {Colour::Accent, m_look.strength});
    add(colours, u"maskLook.red"_s, tr("Red"), {Colour::Red, m_look.strength});
    add(colours, u"maskLook.green"_s, tr("Green"), {Colour::Green, m_look.strength});
    add(colours, u"maskLook.blue"_s, tr("Blue"), {Colour::Blue, m_look.strength});
    menu->addSeparator();
    auto *strengths = new QActionGroup(menu);
    add(strengths, u"maskLook.light"_s, tr("Light tint"), {m_look.colour, Strength::Light});
    add(strengths, u"maskLook.medium"_s, tr("Medium tint"), {m_look.colour, Strength::Medium});
    add(strengths, u"maskLook.strong"_s, tr("Strong tint"), {m_look.colour, Strength::Strong});
    menu->popup(m_looks->mapToGlobal(QPoint(0, m_looks->height())));
}

void MaskOptions::setZoom(double scale)
{
    m_zoom->setText(tr("%1 %").arg(std::lround(scale * 100)));
}

void MaskOptions::changeDiameter(int steps)
{
    const int step = std::max(1, diameter() / 8);
    m_diameter.slider->setValue(diameter() + steps * step);
}

void MaskOptions::changeFeather(int steps)
{
    m_feather.slider->setValue(feather() + steps * std::max(1, feather() / 4));
}

int MaskOptions::diameter() const
{
    return m_diameter.slider->value();
}

int MaskOptions::feather() const
{
    return m_feather.slider->value();
}

} // namespace lightwell
