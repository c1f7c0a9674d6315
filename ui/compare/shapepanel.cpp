// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/shapepanel.h"

#include "ui/compare/aspectbutton.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/exclusivefocus.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QSpinBox>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr AspectRatio shapes[] = {{1, 1}, {4, 3}, {3, 2}, {16, 9}, {3, 4}, {2, 3}, {9, 16}};
constexpr int smallestSide = 64;
constexpr int largestSide = 8192;

QSpinBox *sideBox(const QString &objectName, const QString &accessibleName, int value)
{
    auto *box = named(new QSpinBox, objectName, accessibleName);
    box->setRange(smallestSide, largestSide);
    box->setSingleStep(64);
    box->setValue(value);
    box->setAccelerated(true);
    return box;
}

} // namespace

ShapePanel::ShapePanel(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_exact(new Button(Button::Kind::Pill, tr("E&xact…")))
    , m_exactBox(new QWidget)
    , m_width(sideBox(u"exactWidth"_s, tr("Width in pixels"), 1536))
    , m_height(sideBox(u"exactHeight"_s, tr("Height in pixels"), 864))
    , m_fit(named(new ChoiceBox, u"fit"_s, tr("How to reach the exact size")))
    , m_outcome(new TextLabel(TextLabel::Voice::Small))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(new TextLabel(TextLabel::Voice::Section, tr("Shape")));
    auto *row = new QWidget;
    auto *flow = new FlowLayout(row, 5);
    for (const AspectRatio ratio : shapes) {
        auto *shape = new AspectButton(ratio);
        m_shapes.append(shape);
        m_group->addButton(shape);
        flow->addWidget(shape);
    }
    m_exact->setCheckable(true);
    named(m_exact, u"shape.exact"_s, tr("Exact size in pixels"));
    m_group->addButton(m_exact);
    flow->addWidget(m_exact);
    layout->addWidget(row);
    buildExact();
    layout->addWidget(m_exactBox);
    m_outcome->setObjectName(u"sizeOutcome"_s);
    m_outcome->setWordWrap(true);
    layout->addWidget(m_outcome);
    m_shapes.at(3)->setChecked(true);
    keepTabOnChecked(m_group);
    connect(m_group, &QButtonGroup::buttonToggled, this, [this](QAbstractButton *, bool on) {
        m_exactBox->setVisible(m_exact->isChecked());
        if (on) {
            Q_EMIT edited();
        }
    });
}

void ShapePanel::buildExact()
{
    auto *grid = new QGridLayout(m_exactBox);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    grid->addWidget(m_width, 0, 0);
    grid->addWidget(new TextLabel(TextLabel::Voice::Muted, u"×"_s), 0, 1);
    grid->addWidget(m_height, 0, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(2, 1);
    m_fit->addItem(tr("Take the nearest size"), static_cast<int>(Fit::Closest));
    m_fit->addItem(tr("Crop to these pixels"), static_cast<int>(Fit::Crop));
    m_fit->addItem(tr("Fit inside, fill the rest"), static_cast<int>(Fit::Contain));
    m_fit->addItem(tr("Stretch to these pixels"), static_cast<int>(Fit::Stretch));
    setTip(m_fit, tr("What happens where a model cannot make exactly these pixels."));
    grid->addWidget(m_fit, 1, 0, 1, 3);
    m_exactBox->hide();
    connect(m_width, &QSpinBox::valueChanged, this, &ShapePanel::edited);
    connect(m_height, &QSpinBox::valueChanged, this, &ShapePanel::edited);
    connect(m_fit, &QComboBox::currentIndexChanged, this, &ShapePanel::edited);
}

SizeRequest ShapePanel::size() const
{
    SizeRequest size;
    if (m_exact->isChecked()) {
        size.pixels = QSize(m_width->value(), m_height->value());
        return size;
    }
    for (const AspectButton *shape : m_shapes) {
        if (shape->isChecked()) {
            size.ratio = shape->ratio();
        }
    }
    return size;
}

Fit ShapePanel::fit() const
{
    return static_cast<Fit>(m_fit->currentData().toInt());
}

void ShapePanel::set(const SizeRequest &size, Fit fit)
{
    m_fit->setCurrentIndex(m_fit->findData(static_cast<int>(fit)));
    if (size.pixels) {
        m_width->setValue(size.pixels->width());
        m_height->setValue(size.pixels->height());
        m_exact->setChecked(true);
        return;
    }
    for (AspectButton *shape : m_shapes) {
        if (size.ratio == shape->ratio()) {
            shape->setChecked(true);
        }
    }
}

void ShapePanel::setOutcome(const QString &text)
{
    m_outcome->setText(text);
    m_outcome->setVisible(!text.isEmpty());
}

} // namespace lightwell
