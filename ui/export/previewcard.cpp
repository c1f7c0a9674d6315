// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/previewcard.h"

#include "core/wording/wording.h"
#include "ui/export/exportpreviewer.h"
#include "ui/export/exporttexts.h"
#include "ui/export/splitview.h"
#include "ui/texts.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/names.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/sign.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

TextLabel *label(TextLabel::Voice voice, const QString &objectName, Qt::Alignment alignment)
{
    auto *made = new TextLabel(voice);
    made->setObjectName(objectName);
    made->setAlignment(alignment | Qt::AlignVCenter);
    return made;
}

const QString fitId = u"fit"_s;
const QString fullId = u"full"_s;
const QString doubleId = u"double"_s;

} // namespace

PreviewCard::PreviewCard(ExportPreviewer &previewer, const Keymap &keymap, QWidget *parent)
    : Card(Ground::Surface, parent)
    , m_previewer(previewer)
    , m_view(named(new SplitView(keymap), u"exportView"_s, tr("Original and exported picture")))
    , m_zoom(named(new SegmentedControl, u"exportZoom"_s, tr("Zoom")))
    , m_original(label(TextLabel::Voice::Strong, u"exportOriginal"_s, Qt::AlignLeft))
    , m_originalBytes(label(TextLabel::Voice::Small, u"exportOriginalBytes"_s, Qt::AlignLeft))
    , m_sign(new Sign(Meaning::Ok))
    , m_words(label(TextLabel::Voice::Strong, u"exportRemark"_s, Qt::AlignLeft))
    , m_figure(label(TextLabel::Voice::Small, u"exportFigure"_s, Qt::AlignCenter))
    , m_other(label(TextLabel::Voice::Strong, u"exportOther"_s, Qt::AlignRight))
    , m_otherBytes(label(TextLabel::Voice::Small, u"exportOtherBytes"_s, Qt::AlignRight))
{
    m_zoom->addSegment(fitId, tr("Fit"));
    m_zoom->addSegment(fullId, tr("100 %"));
    m_zoom->addSegment(doubleId, tr("200 %"));
    m_zoom->setCurrent(fullId);
    auto *words = new QHBoxLayout;
    words->setSpacing(6);
    words->addStretch();
    words->addWidget(m_sign);
    words->addWidget(m_words);
    words->addStretch();
    auto *grid = new QGridLayout;
    grid->setContentsMargins(12, 8, 12, 10);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(2);
    grid->addWidget(m_original, 0, 0);
    grid->addWidget(m_originalBytes, 1, 0);
    grid->addLayout(words, 0, 1);
    grid->addWidget(m_figure, 1, 1);
    grid->addWidget(m_other, 0, 2);
    grid->addWidget(m_otherBytes, 1, 2);
    for (int column = 0; column < 3; ++column) {
        grid->setColumnStretch(column, 1);
    }
    for (TextLabel *text : {m_original, m_originalBytes, m_figure, m_other, m_otherBytes}) {
        text->setElided(true);
    }
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(8, 6, 8, 6);
    tools->addWidget(m_zoom);
    tools->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 8, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    layout->addLayout(tools);
    layout->addWidget(new Hairline(Qt::Horizontal));
    layout->addLayout(grid);
    connect(m_zoom, &SegmentedControl::chosen, this, [this](const QString &id) {
        m_view->setZoom(id == fitId        ? SplitView::Zoom::Fit
                            : id == fullId ? SplitView::Zoom::Full
                                           : SplitView::Zoom::Double);
    });
    connect(m_view, &SplitView::zoomChanged, this, [this] {
        m_zoom->setCurrent(m_view->zoom() == SplitView::Zoom::Fit        ? fitId
                               : m_view->zoom() == SplitView::Zoom::Full ? fullId
                                                                         : doubleId);
    });
    connect(m_view, &SplitView::seenChanged, &m_previewer, &ExportPreviewer::setSeen);
    connect(&m_previewer, &ExportPreviewer::changed, this, &PreviewCard::refresh);
    refresh();
}

void PreviewCard::refresh()
{
    const std::optional<ExportPreview> &preview = m_previewer.preview();
    const bool isUnreadable = m_previewer.error() && !m_previewer.source();
    m_view->setOriginal(m_previewer.resized(),
                        isUnreadable                        ? wording::sentence(*m_previewer.error())
                            : m_previewer.sheet().isEmpty() ? tr("Reading the picture …")
                                                            : tr("Laying out the pictures …"));
    if (preview) {
        m_view->setOther(preview->seen, m_previewer.part());
    } else {
        m_view->setOther({}, {});
    }
    showSizes();
    showRemark();
}

void PreviewCard::showSizes()
{
    const std::optional<ExportPreview> &preview = m_previewer.preview();
    const std::optional<ExportSource> &source = m_previewer.source();
    const std::optional<qint64> bytes = m_previewer.bytes();
    const bool isSheet = !m_previewer.sheet().isEmpty();
    m_original->setText(isSheet       ? tr("Contact sheet")
                            : !source ? tr("Original")
                            : source->isAnimated
                            ? tr("Original, %1, its first picture").arg(formatLabel(source->format))
                            : tr("Original, %1").arg(formatLabel(source->format)));
    m_originalBytes->setText(!source       ? QString()
                                 : isSheet ? texts::size(source->image.size())
                                           : exporttexts::allBytes(source->bytes));
    const std::optional<int> quality =
        preview && !m_previewer.isBusy() ? preview->quality : m_previewer.options().quality;
    m_other->setText(exporttexts::encoding(m_previewer.options(), quality));
    m_view->setMarks(isSheet ? tr("Page") : tr("Original"), exporttexts::mark(m_previewer.options(), quality));
    if (!bytes || !source) {
        m_otherBytes->setText(m_previewer.isBusy() && !m_previewer.isEmpty() ? tr("encoding …") : QString());
        return;
    }
    const QString amount = m_previewer.isMeasured() ? exporttexts::allBytes(*bytes) : exporttexts::aboutBytes(*bytes);
    const QString change = exporttexts::change(source->bytes, *bytes); // none of what is no file yet
    m_otherBytes->setText(m_previewer.isBusy()   ? tr("%1, encoding …").arg(amount)
                              : change.isEmpty() ? amount
                                                 : tr("%1, %2").arg(amount, change));
}

/// What is old is told in the second tone of text until the new has come.
void PreviewCard::showRemark()
{
    const std::optional<ExportPreview> &preview = m_previewer.preview();
    const std::optional<Error> &error = m_previewer.error();
    m_sign->setVisible(preview || error);
    if (error) {
        m_sign->setMeaning(Meaning::Bad);
        m_words->setVoice(TextLabel::Voice::Strong);
        m_words->setText(tr("Cannot be written so"));
        m_figure->setText(wording::sentence(*error));
    } else if (preview) {
        const exporttexts::Remark remark = exporttexts::remark(*preview);
        m_sign->setMeaning(m_previewer.isBusy() ? Meaning::Neutral : remark.meaning);
        m_words->setVoice(m_previewer.isBusy() ? TextLabel::Voice::Muted : TextLabel::Voice::Strong);
        m_words->setText(remark.words);
        QStringList facts {remark.figure, tr("encoded in %1").arg(exporttexts::seconds(preview->milliseconds))};
        facts.removeAll(QString());
        m_figure->setText(facts.join(u" · "_s));
    } else {
        m_words->setText({});
        m_figure->setText({});
    }
    m_view->setAccessibleDescription(u"%1, %2, %3"_s.arg(m_words->text(), m_figure->text(), m_otherBytes->text()));
}

} // namespace lightwell
