// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/shapepanel.h"

#include "ui/compare/shapebutton.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/exclusivefocus.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QSpinBox>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr AspectRatio shapes[] = {{1, 1}, {3, 2}, {4, 3}, {16, 9}, {2, 3}, {3, 4}, {9, 16}};
constexpr int shapesInARow = 4;
constexpr int firstShape = 3;
constexpr int smallestSide = 64;
constexpr int largestSide = 8192;

QSpinBox *sideBox(const QString &objectName, const QString &accessibleName, int value)
{
    auto *box = named(new QSpinBox, objectName, accessibleName);
    box->setRange(smallestSide, largestSide);
    box->setSingleStep(64);
    box->setValue(value);
    box->setAccelerated(true);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons); // the way to reach the size stands in the same row
    return box;
}

} // namespace

ShapePanel::ShapePanel(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_followed(
          named(new Button(Button::Kind::Pill, tr("As the picture")), u"shapeOfPicture"_s, tr("Shape: as the picture")))
    , m_exact(new ShapeButton(std::nullopt))
    , m_exactBox(new QWidget)
    , m_width(sideBox(u"exactWidth"_s, tr("Width in pixels"), 1536))
    , m_height(sideBox(u"exactHeight"_s, tr("Height in pixels"), 864))
    , m_fit(named(new ChoiceBox, u"fit"_s, tr("How to reach the exact size")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(new TextLabel(TextLabel::Voice::Section, tr("Shape")));
    m_followed->setCheckable(true);
    m_followed->setIcon(themedIcon(Icon::Picture));
    m_followed->hide();
    layout->addWidget(m_followed, 0, Qt::AlignLeft);
    m_group->addButton(m_followed);
    auto *grid = new QGridLayout;
    grid->setSpacing(6);
    const auto add = [this, grid](ShapeButton *shape) {
        const auto place = static_cast<int>(m_group->buttons().size()) - 1; // of those in the grid
        m_group->addButton(shape);
        grid->addWidget(shape, place / shapesInARow, place % shapesInARow);
    };
    for (const AspectRatio ratio : shapes) {
        m_shapes.append(new ShapeButton(ratio));
        add(m_shapes.constLast());
    }
    add(m_exact);
    layout->addLayout(grid);
    buildExact();
    layout->addWidget(m_exactBox);
    m_shapes.at(firstShape)->setChecked(true);
    m_own = m_shapes.at(firstShape);
    keepTabOnChecked(m_group);
    connect(m_group, &QButtonGroup::buttonToggled, this, [this](QAbstractButton *shape, bool on) {
        m_own = on && shape != m_followed ? shape : m_own;
        m_exactBox->setVisible(m_exact->isChecked());
        if (on) {
            Q_EMIT edited();
        }
    });
}

void ShapePanel::buildExact()
{
    auto *row = new QHBoxLayout(m_exactBox);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_width, 2);
    row->addWidget(new TextLabel(TextLabel::Voice::Muted, u"×"_s));
    row->addWidget(m_height, 2);
    row->addWidget(m_fit, 7);
    m_fit->addItem(tr("Crop to these pixels"), static_cast<int>(Fit::Crop));
    m_fit->addItem(tr("Fit inside, fill the rest"), static_cast<int>(Fit::Contain));
    m_fit->addItem(tr("Take the nearest size made"), static_cast<int>(Fit::Closest));
    m_fit->addItem(tr("Stretch to these pixels"), static_cast<int>(Fit::Stretch));
    m_fit->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_fit->setMinimumContentsLength(8);
    setTip(m_fit, tr("What happens where a model cannot make exactly these pixels."));
    for (QSpinBox *side : {m_width, m_height}) {
        side->setMinimumWidth(side->fontMetrics().horizontalAdvance(u"8888"_s) + 22);
        connect(side, &QSpinBox::valueChanged, this, &ShapePanel::edited);
    }
    m_exactBox->hide();
    connect(m_fit, &QComboBox::currentIndexChanged, this, &ShapePanel::edited);
}

SizeRequest ShapePanel::size() const
{
    SizeRequest size;
    if (m_exact->isChecked()) {
        size.pixels = QSize(m_width->value(), m_height->value());
        return size;
    }
    for (const ShapeButton *shape : m_shapes) {
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

QAbstractButton *ShapePanel::shapeOf(const SizeRequest &size) const
{
    if (size.pixels) {
        return m_exact;
    }
    const auto found = std::find_if(m_shapes.cbegin(), m_shapes.cend(),
                                    [&size](const ShapeButton *shape) { return size.ratio == shape->ratio(); });
    if (found != m_shapes.cend()) {
        return *found;
    }
    return size.isEmpty() && m_follow != Follow::Never ? m_followed : nullptr;
}

void ShapePanel::set(const SizeRequest &size, Fit fit)
{
    m_fit->setCurrentIndex(m_fit->findData(static_cast<int>(fit)));
    if (size.pixels) {
        m_width->setValue(size.pixels->width());
        m_height->setValue(size.pixels->height());
    }
    if (QAbstractButton *shape = shapeOf(size)) {
        shape->setChecked(true);
    }
}

void ShapePanel::setFollow(Follow follow)
{
    if (follow == m_follow) {
        return;
    }
    const bool wasPossible = m_follow != Follow::Never;
    m_follow = follow;
    m_followed->setVisible(follow != Follow::Never);
    m_followed->setText(follow == Follow::Always ? tr("As the canvas") : tr("As the picture"));
    const QList<QAbstractButton *> all = m_group->buttons();
    for (QAbstractButton *shape : all) {
        shape->setEnabled(follow != Follow::Always || shape == m_followed);
    }
    setTip(m_followed,
           follow == Follow::Always ? tr("With a mask, what is made has the shape of the canvas.")
                                    : tr("What is made has the shape of the first picture."));
    if (follow == Follow::Never) {
        m_own->setChecked(true);
    } else if (!wasPossible || follow == Follow::Always) {
        m_followed->setChecked(true);
    }
}

} // namespace lightwell
