// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/gallerydetails.h"

#include "core/async/whendone.h"
#include "core/library/library.h"
#include "ui/gallery/gallerytexts.h"
#include "ui/gallery/lineagelist.h"
#include "ui/gallery/picturecollection.h"
#include "ui/gallery/tagrow.h"
#include "ui/gallery/thumbview.h"
#include "ui/texts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/clampedlabel.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"

#include <QGridLayout>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int pictureHeight = 176;
constexpr int promptLines = 5;

} // namespace

GalleryDetails::GalleryDetails(PictureCollection &pictures, NameOf modelName, NameOf providerName, QWidget *parent)
    : QWidget(parent)
    , m_pictures(pictures)
    , m_modelName(std::move(modelName))
    , m_providerName(std::move(providerName))
    , m_images(pictures.thumbnails, pictures.library)
    , m_smallImages(pictures.thumbnails, pictures.library)
    , m_place(new TextLabel(TextLabel::Voice::Muted))
    , m_previous(named(new Button(Button::Kind::Quiet), u"galleryPrevious"_s, tr("Previous picture")))
    , m_next(named(new Button(Button::Kind::Quiet), u"galleryNext"_s, tr("Next picture")))
    , m_menu(named(new Button(Button::Kind::Quiet), u"galleryMenu"_s, tr("More with this picture")))
    , m_scroll(named(new QScrollArea, u"galleryDetailsScroll"_s, tr("About this picture")))
    , m_foot(buildFoot())
    , m_picture(named(new ThumbView(m_images), u"galleryPicture"_s, tr("Picture")))
    , m_prompt(named(new ClampedLabel(TextLabel::Voice::Strong, promptLines), u"galleryPrompt"_s, tr("Prompt")))
    , m_editsTitle(new TextLabel(TextLabel::Voice::Section, tr("Edits")))
    , m_lineage(new LineageList(m_smallImages))
    , m_tags(new TagRow)
    , m_nothing(new TextLabel(TextLabel::Voice::Muted, tr("Choose a picture to see how it was made.")))
{
    setObjectName(u"galleryDetails"_s);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(buildBody());
    m_scroll->viewport()->setAutoFillBackground(false); // it lies on the page, and in a popover
    m_scroll->widget()->setAutoFillBackground(false);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setContentsMargins(24, 0, 24, 0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    layout->addWidget(m_nothing, 1);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_foot);
    connect(m_picture, &ThumbView::resized, this, &GalleryDetails::wantImages);
    connect(m_picture, &ThumbView::activated, this, &GalleryDetails::enlargeWanted);
    connect(m_lineage, &LineageList::pictureWanted, this, &GalleryDetails::pictureWanted);
    connect(m_tags, &TagRow::added, this, &GalleryDetails::tagAdded);
    connect(m_tags, &TagRow::removed, this, &GalleryDetails::tagRemoved);
    fill();
}

QWidget *GalleryDetails::buildHead()
{
    m_place->setObjectName(u"galleryPlace"_s);
    m_place->setElided(true);
    m_previous->setIcon(themedIcon(Icon::ChevronLeft));
    m_next->setIcon(themedIcon(Icon::ChevronRight));
    m_menu->setIcon(themedIcon(Icon::More));
    for (Button *button : {m_previous, m_next, m_menu}) {
        setTip(button, button->accessibleName());
    }
    connect(m_previous, &QAbstractButton::clicked, this, [this] { Q_EMIT stepWanted(-1); });
    connect(m_next, &QAbstractButton::clicked, this, [this] { Q_EMIT stepWanted(1); });
    connect(m_menu, &QAbstractButton::clicked, this, [this] { Q_EMIT menuWanted(m_menu); });
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(16, 10, 12, 4);
    row->setSpacing(2);
    row->addWidget(m_place, 1);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(m_menu);
    return head;
}

QWidget *GalleryDetails::buildBody()
{
    m_picture->setFixedHeight(pictureHeight);
    m_prompt->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *facts = new QWidget;
    m_facts = new QGridLayout(facts);
    m_facts->setContentsMargins(0, 0, 0, 0);
    m_facts->setHorizontalSpacing(12);
    m_facts->setVerticalSpacing(3);
    m_facts->setColumnStretch(1, 1);
    for (const auto &[id, name] :
         std::initializer_list<std::pair<QString, QString>> {{u"without"_s, tr("Without")},
                                                             {u"model"_s, tr("Model")},
                                                             {u"provider"_s, tr("Provider")},
                                                             {u"size"_s, tr("Size")},
                                                             {u"seed"_s, tr("Seed")},
                                                             {u"settings"_s, tr("Settings")},
                                                             {u"cost"_s, tr("Cost")},
                                                             {u"made"_s, tr("Made")},
                                                             {u"project"_s, tr("Project")},
                                                             {u"revised"_s, tr("Rewritten")}}) {
        addFact(id, name);
    }
    m_editsTitle->setObjectName(u"galleryEditsTitle"_s);
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(16, 0, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_picture);
    column->addSpacing(4);
    column->addWidget(m_prompt);
    column->addWidget(facts);
    column->addSpacing(4);
    column->addWidget(m_editsTitle);
    column->addWidget(m_lineage);
    column->addWidget(new TextLabel(TextLabel::Voice::Section, tr("Tags")));
    column->addWidget(m_tags);
    column->addStretch(1);
    return body;
}

QWidget *GalleryDetails::buildFoot()
{
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(16, 8, 16, 14);
    row->setSpacing(8);
    const auto add = [this, row](const QString &objectName, const QString &text, const QString &tip, Recall what) {
        auto *button = named(new Button(Button::Kind::Normal, text), objectName, texts::withoutMnemonic(text));
        setTip(button, tip);
        row->addWidget(button);
        m_recalls.append(button);
        connect(button, &QAbstractButton::clicked, this, [this, what] { Q_EMIT recallWanted(what); });
    };
    add(u"galleryRecallAll"_s, tr("&Recall all"), tr("Put the whole recipe into the form on Compare, the seed too"),
        Recall::All);
    add(u"galleryRemix"_s, tr("Re&mix"), tr("Put the recipe into the form on Compare, but for the seed"),
        Recall::AllButSeed);
    auto *explain = named(new Button(Button::Kind::Normal, tr("E&xplain")), u"galleryExplain"_s, tr("Explain"));
    row->addWidget(explain);
    connect(explain, &QAbstractButton::clicked, this, &GalleryDetails::explainWanted);
    row->addStretch(1);
    return foot;
}

void GalleryDetails::addFact(const QString &id, const QString &name)
{
    const int row = m_facts->rowCount();
    auto *label = new TextLabel(TextLabel::Voice::Muted, name);
    auto *text = new TextLabel(TextLabel::Voice::Body);
    auto *line = new Hairline(Qt::Horizontal);
    label->setObjectName(u"galleryFactName."_s + id);
    text->setObjectName(u"galleryFact."_s + id);
    line->setObjectName(u"galleryFactLine."_s + id);
    text->setElided(true);
    m_facts->addWidget(label, row, 0);
    m_facts->addWidget(text, row, 1);
    m_facts->addWidget(line, row + 1, 0, 1, 2);
}

/// An empty one is left out.
void GalleryDetails::setFact(const QString &id, const QString &text, const QString &tip)
{
    for (const QString &part : {u"galleryFactName."_s, u"galleryFact."_s, u"galleryFactLine."_s}) {
        findChild<QWidget *>(part + id)->setVisible(!text.isEmpty());
    }
    auto *label = findChild<TextLabel *>(u"galleryFact."_s + id);
    label->setText(text);
    setTip(label, tip);
}

void GalleryDetails::showPicture(qint64 key)
{
    if (key != m_key) {
        m_key = key;
        refresh();
    }
}

void GalleryDetails::refresh()
{
    const int round = ++m_round;
    if (m_key == 0) {
        m_details.reset();
        fill();
        return;
    }
    whenDone(m_pictures.library.details(m_key), this,
             [this, round](const Result<std::optional<LibraryDetails>> &details) {
                 if (round == m_round) {
                     m_details = details ? *details : std::nullopt;
                     fill();
                 }
             });
}

void GalleryDetails::setPlace(const QString &text)
{
    m_place->setText(text);
}

void GalleryDetails::setKnownTags(const QStringList &tags)
{
    m_knownTags = tags;
    m_tags->setKnown(tags);
}

void GalleryDetails::openTagField()
{
    if (m_details) {
        m_scroll->ensureWidgetVisible(m_tags);
        m_tags->openField();
    }
}

void GalleryDetails::fill()
{
    m_nothing->setVisible(!m_details);
    m_scroll->setVisible(m_details.has_value());
    m_foot->setVisible(m_details.has_value());
    for (Button *button : {m_previous, m_next, m_menu}) {
        button->setEnabled(m_details.has_value());
    }
    if (!m_details) {
        m_picture->setPicture({}, {});
        Q_EMIT shown();
        return;
    }
    const LibraryEntry &entry = m_details->entry;
    const Picture &picture = entry.picture;
    for (Button *button : std::as_const(m_recalls)) {
        button->setEnabled(m_details->request.has_value());
    }
    m_picture->setPicture(QByteArray::fromHex(picture.id.toLatin1()), picture.size);
    m_picture->setAccessibleDescription(entry.prompt);
    m_prompt->setText(entry.prompt.isEmpty() ? tr("Without a prompt") : entry.prompt);
    setTip(m_prompt, entry.prompt);
    const QString unwanted = m_details->request ? m_details->request->negativePrompt : QString();
    const QString settings = m_details->request ? gallerytexts::settings(*m_details->request) : QString();
    setFact(u"without"_s, unwanted, unwanted);
    setFact(u"settings"_s, settings, settings);
    setFact(u"model"_s, m_modelName(entry.model), entry.model);
    setFact(u"provider"_s, gallerytexts::provider(*m_details, m_providerName(entry.provider)));
    setFact(u"size"_s, gallerytexts::file(picture), picture.path);
    setFact(u"seed"_s, gallerytexts::seed(*m_details));
    setFact(u"cost"_s, gallerytexts::cost(*m_details), gallerytexts::exactCost(*m_details));
    setFact(u"made"_s, gallerytexts::made(entry));
    setFact(u"project"_s, entry.project, entry.project);
    setFact(u"revised"_s, picture.revisedPrompt, picture.revisedPrompt);
    m_lineage->setDetails(*m_details);
    m_editsTitle->setVisible(!m_lineage->isEmpty());
    m_tags->setTags(entry.tags);
    wantImages();
    Q_EMIT shown();
}

void GalleryDetails::wantImages()
{
    if (m_details) {
        m_images.want({m_picture->wanted()});
        m_smallImages.want(m_lineage->wanted());
    }
}

QString GalleryDetails::spoken() const
{
    if (!m_details) {
        return {};
    }
    const LibraryEntry &entry = m_details->entry;
    QStringList words {entry.prompt, m_modelName(entry.model), gallerytexts::made(entry)};
    if (entry.isStarred) {
        words.append(tr("starred"));
    }
    words.removeAll(QString());
    return words.join(u", "_s);
}

} // namespace lightwell
