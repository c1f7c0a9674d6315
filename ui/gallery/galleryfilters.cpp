// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/galleryfilters.h"

#include "ui/gallery/filterpill.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int typingPause = 120; ///< milliseconds
constexpr int searchWidth = 300;
constexpr int minSearch = 180;

/// Shown only where they are set.
bool isSeldom(const QString &id)
{
    static const QStringList seldom {u"shape"_s, u"size"_s, u"project"_s, u"origin"_s, u"hidden"_s};
    return seldom.contains(id);
}

/// Of a choice of days: "0" is today, "6" a week.
QDateTime sinceOf(const QVariant &days)
{
    return days.isValid() ? QDate::currentDate().addDays(-days.toInt()).startOfDay() : QDateTime();
}

} // namespace

GalleryFilters::GalleryFilters(NameOf modelName, NameOf providerName, QWidget *parent)
    : QWidget(parent)
    , m_modelName(std::move(modelName))
    , m_providerName(std::move(providerName))
    , m_search(named(new QLineEdit, u"gallerySearch"_s, tr("Search prompts, models and tags")))
    , m_more(named(new Button(Button::Kind::Quiet), u"galleryMoreFilters"_s, tr("More filters")))
    , m_sort(new FilterPill(u"gallerySort"_s, tr("Order")))
{
    m_search->setPlaceholderText(tr("Search prompts, models and tags"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(Icon::Search, QPalette::PlaceholderText), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(minSearch);
    m_search->setMaximumWidth(searchWidth);
    m_search->installEventFilter(this);
    auto *row = new QWidget;
    auto *flow = new FlowLayout(row, 6);
    flow->setContentsMargins(0, 0, 0, 0);
    for (const auto &[id, name] :
         std::initializer_list<std::pair<QString, QString>> {{u"model"_s, tr("Model")},
                                                             {u"provider"_s, tr("Provider")},
                                                             {u"date"_s, tr("Date")},
                                                             {u"cost"_s, tr("Cost")},
                                                             {u"stars"_s, tr("Stars")},
                                                             {u"tag"_s, tr("Tag")},
                                                             {u"shape"_s, tr("Shape")},
                                                             {u"size"_s, tr("Size")},
                                                             {u"project"_s, tr("Project")},
                                                             {u"origin"_s, tr("Made by")},
                                                             {u"hidden"_s, tr("Hidden ones")}}) {
        flow->addWidget(addPill(id, name));
    }
    m_more->setIcon(themedIcon(Icon::More));
    setTip(m_more, tr("More filters"));
    flow->addWidget(m_more);
    m_sort->setAlwaysChosen(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_search, 3, Qt::AlignTop);
    layout->addWidget(row, 7);
    layout->addWidget(m_sort, 0, Qt::AlignTop);
    layout->setAlignment(row, Qt::AlignVCenter);
    layout->setAlignment(m_sort, Qt::AlignVCenter);
    offerFixedChoices();
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &GalleryFilters::edited);
    connect(m_more, &QAbstractButton::clicked, this, &GalleryFilters::openMore);
    connect(m_sort, &FilterPill::chosen, this, &GalleryFilters::sortChosen);
}

FilterPill *GalleryFilters::addPill(const QString &id, const QString &name)
{
    auto *pill = new FilterPill(u"galleryFilter."_s + id, name);
    pill->setVisible(!isSeldom(id));
    m_ids.append(id);
    m_pills.insert(id, pill);
    connect(pill, &FilterPill::chosen, this, [this, id, pill] {
        if (isSeldom(id) && !pill->isSet()) {
            pill->hide();
            m_more->setFocus(Qt::OtherFocusReason);
        }
        Q_EMIT edited();
    });
    return pill;
}

void GalleryFilters::setChoices(const QString &id, const QList<std::pair<QVariant, QString>> &choices)
{
    m_choices.insert(id, choices);
    m_pills.value(id)->setChoices(choices);
}

void GalleryFilters::offerFixedChoices()
{
    setChoices(u"date"_s,
               {{0, tr("Today")}, {6, tr("Last 7 days")}, {29, tr("Last 30 days")}, {364, tr("Last 12 months")}});
    QList<std::pair<QVariant, QString>> costs {{u"0"_s, tr("Free")}};
    for (const char *dollars : {"0.01", "0.02", "0.05", "0.10", "0.25"}) {
        costs.append({QString::fromLatin1(dollars), tr("Up to %1").arg(u'$' + QString::fromLatin1(dollars))});
    }
    setChoices(u"cost"_s, costs);
    setChoices(u"stars"_s, {{true, tr("Starred")}});
    using Shape = LibraryFilter::Shape;
    setChoices(u"shape"_s,
               {{int(Shape::Square), tr("Square")}, {int(Shape::Wide), tr("Wide")}, {int(Shape::Tall), tr("Tall")}});
    setChoices(u"size"_s,
               {{-1, tr("Under 1 megapixel")},
                {1, tr("From 1 megapixel on")},
                {2, tr("From 2 megapixels on")},
                {4, tr("From 4 megapixels on")}});
    setChoices(u"origin"_s,
               {{int(Origin::Kind::Window), tr("This window")},
                {int(Origin::Kind::CommandLine), tr("Command line")},
                {int(Origin::Kind::Gateway), tr("Other programs")}});
    using Hidden = LibraryFilter::Hidden;
    setChoices(u"hidden"_s, {{int(Hidden::Too), tr("With hidden ones")}, {int(Hidden::Only), tr("Only hidden ones")}});
    m_sort->setChoices({{int(LibrarySort::Newest), tr("Newest")},
                        {int(LibrarySort::Oldest), tr("Oldest")},
                        {int(LibrarySort::Dearest), tr("Dearest")},
                        {int(LibrarySort::Largest), tr("Largest")}});
    m_sort->setValue(int(LibrarySort::Newest));
}

void GalleryFilters::offerChoices(const LibraryChoices &choices)
{
    const auto all = [](const QStringList &ids, const NameOf &nameOf) {
        QList<std::pair<QVariant, QString>> named;
        for (const QString &id : ids) {
            named.append({id, nameOf(id)});
        }
        return named;
    };
    setChoices(u"model"_s, all(choices.models, m_modelName));
    setChoices(u"provider"_s, all(choices.providers, m_providerName));
    setChoices(u"project"_s, all(choices.projects, [](const QString &name) { return name; }));
    QStringList tags;
    for (const TagCount &tag : choices.tags) {
        tags.append(tag.tag);
    }
    setChoices(u"tag"_s, all(tags, [](const QString &name) { return name; }));
}

QVariant GalleryFilters::value(const QString &id) const
{
    return m_pills.value(id)->value();
}

LibraryFilter GalleryFilters::filter() const
{
    return filterWithout({});
}

LibraryFilter GalleryFilters::filterWithout(const QString &left) const
{
    const auto of = [this, &left](const QString &id) { return id == left ? QVariant() : value(id); };
    LibraryFilter filter;
    filter.words = left == "words"_L1 ? QString() : m_search->text();
    filter.model = of(u"model"_s).toString();
    filter.provider = of(u"provider"_s).toString();
    filter.project = of(u"project"_s).toString();
    filter.tag = of(u"tag"_s).toString();
    filter.since = sinceOf(of(u"date"_s));
    filter.atMost = Money::parse(of(u"cost"_s).toString()).value_or(Money());
    filter.starredOnly = of(u"stars"_s).toBool();
    filter.shape = static_cast<LibraryFilter::Shape>(of(u"shape"_s).toInt());
    constexpr qint64 megapixel = 1'000'000;
    const int size = of(u"size"_s).toInt();
    filter.minPixels = std::max(0, size) * megapixel;
    filter.maxPixels = size < 0 ? megapixel - 1 : 0;
    if (const QVariant origin = of(u"origin"_s); origin.isValid()) {
        filter.origin = static_cast<Origin::Kind>(origin.toInt());
    }
    filter.hidden = static_cast<LibraryFilter::Hidden>(of(u"hidden"_s).toInt());
    return filter;
}

LibrarySort GalleryFilters::sort() const
{
    return static_cast<LibrarySort>(m_sort->value().toInt());
}

QList<GalleryFilters::Part> GalleryFilters::parts() const
{
    QList<Part> parts;
    if (!m_search->text().trimmed().isEmpty()) {
        parts.append({u"words"_s, tr("the words “%1”").arg(m_search->text().trimmed()), filterWithout(u"words"_s)});
    }
    for (const QString &id : m_ids) {
        if (m_pills.value(id)->isSet()) {
            parts.append({id, m_pills.value(id)->accessibleName(), filterWithout(id)});
        }
    }
    return parts;
}

void GalleryFilters::takeAway(const QString &id)
{
    if (id == "words"_L1) {
        m_search->clear();
        m_typing.stop();
        Q_EMIT edited();
    } else {
        take(id, {});
    }
}

void GalleryFilters::take(const QString &id, const QVariant &value)
{
    FilterPill *pill = m_pills.value(id);
    pill->setValue(value);
    pill->setVisible(!isSeldom(id) || pill->isSet());
    Q_EMIT edited();
}

void GalleryFilters::clear()
{
    const QSignalBlocker silent(m_search);
    m_search->clear();
    for (const QString &id : std::as_const(m_ids)) {
        m_pills.value(id)->setValue({});
        m_pills.value(id)->setVisible(!isSeldom(id));
    }
    m_typing.stop();
    Q_EMIT edited();
}

void GalleryFilters::openMore()
{
    auto *menu = named(new QMenu(this), u"galleryMoreFilters.menu"_s, tr("More filters"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString &id : std::as_const(m_ids)) {
        const QList<std::pair<QVariant, QString>> choices = m_choices.value(id);
        if (!isSeldom(id) || choices.isEmpty()) {
            continue;
        }
        const FilterPill *pill = m_pills.value(id);
        QMenu *values = menu->addMenu(pill->isSet() ? pill->accessibleName() : pill->text());
        values->setObjectName(u"galleryMoreFilters."_s + id);
        values->setAccessibleName(pill->accessibleName());
        for (const auto &[value, name] : choices) {
            QAction *action = values->addAction(QString(name).replace(u'&', "&&"_L1));
            action->setCheckable(true);
            action->setChecked(value == pill->value());
            connect(action, &QAction::triggered, this, [this, id, value = value] { take(id, value); });
        }
    }
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height() + 4)));
}

void GalleryFilters::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool GalleryFilters::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Down) {
            Q_EMIT leftDownwards();
            return true;
        }
        if (key->key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace lightwell
