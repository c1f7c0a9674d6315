// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/encodingpanel.h"

#include "core/media/compression.h"
#include "ui/compare/qualitycontrol.h"
#include "ui/export/exporttexts.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/switch.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QSlider>
#include <QSpinBox>
#include <QStandardItemModel>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

using By = ExportOptions::Quality;

constexpr int usualKilobytes = 200;
constexpr int bytesOfKilobyte = 1000;
constexpr int lossless = 3; ///< in the list of ways, behind those of By
enum RowOf { ByRow, QualityRow, KilobytesRow, EffortRow, ChromaRow, ColorsRow, DitherRow, ProgressiveRow };

QWidget *beside(std::initializer_list<QWidget *> widgets)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (QWidget *widget : widgets) {
        layout->addWidget(widget);
    }
    layout->addStretch();
    return row;
}

} // namespace

EncodingPanel::EncodingPanel(QWidget *parent)
    : QWidget(parent)
    , m_by(named(new ChoiceBox, u"exportBy"_s, tr("How the quality is chosen")))
    , m_quality(new QualityControl(u"exportPageQuality"_s))
    , m_kilobytes(named(new QSpinBox, u"exportKilobytes"_s, tr("Most kilobytes of a file")))
    , m_effort(named(new ChoiceBox, u"exportEffort"_s, tr("Effort")))
    , m_took(new TextLabel(TextLabel::Voice::Small))
    , m_chroma(named(new ChoiceBox, u"exportChroma"_s, tr("Chroma")))
    , m_colors(named(new QSpinBox, u"exportColors"_s, tr("Colours")))
    , m_dither(named(new Switch, u"exportDither"_s, tr("Dither")))
    , m_progressive(named(new Switch, u"exportProgressive"_s, tr("Progressive")))
{
    for (const auto &[by, text] : {std::pair {By::Chosen, tr("As chosen")},
                                   {By::ForBytes, tr("As small as …")},
                                   {By::VisuallyLossless, tr("Visually lossless")}}) {
        m_by->addItem(text, static_cast<int>(by));
    }
    m_by->addItem(tr("Lossless"), lossless);
    setTip(m_by,
           tr("“As small as …” finds the best quality that fits. “Visually lossless” finds the lowest one at which "
              "nobody sees a difference at 100 %."));
    m_kilobytes->setRange(1, 1'000'000);
    m_kilobytes->setValue(usualKilobytes);
    m_kilobytes->setSuffix(tr(" KB"));
    m_kilobytes->setAccelerated(true);
    m_effort->addItem(tr("Automatic"));
    for (int effort = EncodeTuning::minEffort; effort <= EncodeTuning::maxEffort; ++effort) {
        m_effort->addItem(effort == EncodeTuning::minEffort       ? tr("%1, fastest").arg(effort)
                              : effort == EncodeTuning::maxEffort ? tr("%1, smallest").arg(effort)
                                                                  : QString::number(effort),
                          effort);
    }
    m_took->setObjectName(u"exportTook"_s);
    m_chroma->addItem(tr("Automatic"));
    m_chroma->addItem(u"4:4:4"_s, static_cast<int>(Chroma::Full444));
    m_chroma->addItem(u"4:2:2"_s, static_cast<int>(Chroma::Half422));
    m_chroma->addItem(u"4:2:0"_s, static_cast<int>(Chroma::Quarter420));
    setTip(m_chroma, tr("How finely colour is kept beside brightness: fully, half, a quarter."));
    m_colors->setRange(EncodeTuning::minColors, EncodeTuning::maxColors);
    m_colors->setValue(EncodeTuning::maxColors);
    m_dither->setChecked(true);
    setTip(m_progressive, tr("The whole picture is seen at once and grows finer as it arrives. Writing takes longer."));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(8);
    grid->setColumnMinimumWidth(0, 66);
    grid->setColumnStretch(1, 1);
    const auto add = [this, grid](const QString &text, QWidget *buddy, QWidget *field) {
        auto *label = new TextLabel(TextLabel::Voice::Body, text);
        label->setBuddy(buddy);
        const auto row = static_cast<int>(m_rows.size());
        grid->addWidget(label, row, 0);
        grid->addWidget(field, row, 1);
        m_rows.append({label, field});
    };
    add(tr("&Quality"), m_by, m_by);
    add({}, m_quality->slider(), m_quality);
    add({}, m_kilobytes, m_kilobytes);
    add(tr("&Effort"), m_effort, beside({m_effort, m_took}));
    add(tr("C&hroma"), m_chroma, m_chroma);
    add(tr("C&olours"), m_colors, m_colors);
    add(tr("D&ither"), m_dither, beside({m_dither}));
    add(tr("&Progressive"), m_progressive, beside({m_progressive}));
    const auto edit = [this] {
        fitFields();
        Q_EMIT edited();
    };
    for (QComboBox *box : {m_by, m_effort, m_chroma}) {
        connect(box, &QComboBox::currentIndexChanged, this, edit);
    }
    for (QSpinBox *box : {m_kilobytes, m_colors}) {
        connect(box, &QSpinBox::valueChanged, this, edit);
    }
    for (const Switch *choice : {m_dither, m_progressive}) {
        connect(choice, &QAbstractButton::toggled, this, edit);
    }
    connect(m_quality, &QualityControl::edited, this, edit);
    fitFields();
}

void EncodingPanel::setFormat(ImageFormat format)
{
    m_format = format;
    fitFields();
}

void EncodingPanel::setAnimated(bool animated)
{
    m_isAnimated = animated;
    fitFields();
}

void EncodingPanel::fill(ExportOptions &options) const
{
    options.by = by();
    options.quality = m_quality->value();
    options.maxBytes = qint64(m_kilobytes->value()) * bytesOfKilobyte;
    EncodeTuning &tuning = options.tuning;
    tuning.isLossless = isLossless();
    tuning.effort = m_effort->currentIndex() > 0 ? std::optional(m_effort->currentData().toInt()) : std::nullopt;
    tuning.chroma = m_chroma->currentIndex() > 0 ? std::optional(static_cast<Chroma>(m_chroma->currentData().toInt()))
                                                 : std::nullopt;
    tuning.colors = m_colors->value();
    tuning.dither = m_dither->isChecked();
    tuning.isProgressive = m_progressive->isChecked();
}

void EncodingPanel::show(const ExportOptions &options)
{
    const QSignalBlocker silent(this);
    m_by->setCurrentIndex(m_by->findData(options.tuning.isLossless ? lossless : static_cast<int>(options.by)));
    m_quality->setValue(options.quality.value_or(m_quality->value()));
    if (options.maxBytes > 0) {
        m_kilobytes->setValue(static_cast<int>(std::max<qint64>(1, options.maxBytes / bytesOfKilobyte)));
    }
    const EncodeTuning &tuning = options.tuning;
    m_effort->setCurrentIndex(tuning.effort.value_or(0));
    m_chroma->setCurrentIndex(tuning.chroma ? m_chroma->findData(static_cast<int>(*tuning.chroma)) : 0);
    m_colors->setValue(tuning.colors);
    m_dither->setChecked(tuning.dither);
    m_progressive->setChecked(tuning.isProgressive);
    fitFields();
}

ExportOptions::Quality EncodingPanel::by() const
{
    const int way = m_by->currentData().toInt();
    return way == lossless ? By::Chosen : static_cast<By>(way);
}

bool EncodingPanel::isLossless() const
{
    return knobsOf(m_format).lossless && m_by->currentData().toInt() == lossless;
}

/// Ways that do not go with what else is chosen are listed, off; where one of them was chosen, the first holds.
void EncodingPanel::fitFields()
{
    const EncodeKnobs knobs = knobsOf(m_format);
    if (auto *items = qobject_cast<QStandardItemModel *>(m_by->model())) {
        for (int index = 0; index < m_by->count(); ++index) {
            const int way = m_by->itemData(index).toInt();
            items->item(index)->setEnabled(way == lossless ? knobs.lossless
                                                           : way == static_cast<int>(By::Chosen) || !m_isAnimated);
        }
        if (!items->item(m_by->currentIndex())->isEnabled()) {
            const QSignalBlocker silent(m_by);
            m_by->setCurrentIndex(m_by->findData(static_cast<int>(By::Chosen)));
        }
    }
    const auto set = [this](RowOf row, bool isShown) {
        m_rows.at(row).label->setVisible(isShown);
        m_rows.at(row).field->setVisible(isShown);
    };
    set(ByRow, knobs.quality);
    set(QualityRow, knobs.quality && !isLossless() && by() == By::Chosen);
    set(KilobytesRow, knobs.quality && by() == By::ForBytes);
    set(EffortRow, knobs.effort);
    set(ChromaRow, knobs.chroma && !isLossless());
    set(ColorsRow, knobs.palette);
    set(DitherRow, knobs.palette);
    set(ProgressiveRow, knobs.progressive);
    setVisible(knobs.quality || knobs.effort || knobs.palette);
}

void EncodingPanel::setTook(qint64 milliseconds, bool isOneFile)
{
    const QString text = isOneFile ? u"≈ %1"_s : tr("≈ %1 each");
    m_took->setText(milliseconds < 0 ? QString() : text.arg(exporttexts::seconds(milliseconds)));
}

} // namespace lightwell
