// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/catalogfilters.h"

#include "ui/catalog/catalogtexts.h"
#include "ui/texts.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/stylepainting.h"

#include <QCheckBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int lettersShown = 10; ///< of a choice, at least

/// The first entry asks for nothing; `choices` are values and how they are called.
void refill(QComboBox *box, const QString &any, const QList<std::pair<QString, QString>> &choices)
{
    const QSignalBlocker silent(box);
    const QString before = box->currentData().toString();
    box->clear();
    box->addItem(any, QString());
    for (const auto &[value, name] : choices) {
        box->addItem(name, value);
    }
    box->setCurrentIndex(std::max(0, box->findData(before)));
}

QList<std::pair<QString, QString>> asTheyAre(const QStringList &values)
{
    QList<std::pair<QString, QString>> choices;
    for (const QString &value : values) {
        choices.append({value, value});
    }
    return choices;
}

} // namespace

CatalogFilters::CatalogFilters(QWidget *parent)
    : QWidget(parent)
    , m_top(new QHBoxLayout)
    , m_search(named(new QLineEdit, u"catalogSearch"_s, tr("Search models, makers and vendors’ names")))
    , m_capability(addBox(u"catalogCapability"_s, tr("What it can do")))
    , m_maker(addBox(u"catalogMaker"_s, tr("Maker")))
    , m_provider(addBox(u"catalogProvider"_s, tr("Provider")))
    , m_price(addBox(u"catalogPrice"_s, tr("Price of one picture at most")))
    , m_size(addBox(u"catalogSize"_s, tr("Size that prices are for")))
    , m_license(addBox(u"catalogLicense"_s, tr("Licence")))
    , m_status(addBox(u"catalogStatus"_s, tr("Status")))
    , m_sort(addBox(u"catalogSort"_s, tr("Order")))
    , m_withKeys(named(new QCheckBox(tr("With my keys")), u"catalogWithKeys"_s, tr("Only models I have a key for")))
{
    m_search->setPlaceholderText(tr("Search models, makers, families"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(Icon::Search, QPalette::PlaceholderText), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    refill(m_license, tr("Any licence"), {{u"open"_s, tr("Open weights")}, {u"proprietary"_s, tr("Proprietary")}});
    QList<std::pair<QString, QString>> prices {{u"0"_s, tr("Free")}};
    for (const char *dollars : {"0.01", "0.02", "0.05", "0.10", "0.25"}) {
        prices.append({QString::fromLatin1(dollars), tr("At most %1").arg(u'$' + QString::fromLatin1(dollars))});
    }
    refill(m_price, tr("Any price"), prices);
    for (const QSize size : {QSize(1024, 1024), QSize(512, 512), QSize(1536, 1024), QSize(1024, 1536),
                             QSize(1920, 1080), QSize(2048, 2048), QSize(3840, 2160)}) {
        m_size->addItem(tr("for %1").arg(texts::size(size)), size);
    }
    using Sort = ModelQuery::Sort;
    for (const auto &[sort, name] : {std::pair {Sort::Catalog, tr("Best match")},
                                     {Sort::Name, tr("By name")},
                                     {Sort::Maker, tr("By maker")},
                                     {Sort::Price, tr("By price")},
                                     {Sort::Released, tr("By date")}}) {
        m_sort->addItem(name, static_cast<int>(sort));
    }
    m_withKeys->setMinimumHeight(painting::controlHeight);
    auto *row = new QWidget;
    auto *flow = new FlowLayout(row);
    flow->setContentsMargins(0, 0, 0, 0);
    for (QWidget *control : std::initializer_list<QWidget *> {m_capability, m_maker, m_provider, m_price, m_size,
                                                              m_license, m_status, m_sort, m_withKeys}) {
        flow->addWidget(control);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    m_top->setSpacing(8);
    m_top->addWidget(m_search, 1);
    layout->addLayout(m_top);
    layout->addWidget(row);
    offerChoices({}, {});
    connect(m_search, &QLineEdit::textChanged, this, &CatalogFilters::edited);
    connect(m_withKeys, &QCheckBox::toggled, this, &CatalogFilters::edited);
    connect(m_size, &QComboBox::currentIndexChanged, this, &CatalogFilters::sizeChosen);
    connect(m_sort, &QComboBox::currentIndexChanged, this, [this] { m_isReversed = false; });
    for (ChoiceBox *box : {m_capability, m_maker, m_provider, m_price, m_license, m_status, m_sort}) {
        connect(box, &QComboBox::currentIndexChanged, this, &CatalogFilters::edited);
    }
}

void CatalogFilters::addBeside(QWidget *widget)
{
    m_top->addWidget(widget);
}

ChoiceBox *CatalogFilters::addBox(const QString &objectName, const QString &name)
{
    auto *box = named(new ChoiceBox, objectName, name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(lettersShown);
    box->setMaxVisibleItems(16);
    return box;
}

void CatalogFilters::offerChoices(const ModelIndex &index, const NameOf &providerName)
{
    QList<std::pair<QString, QString>> capabilities;
    const QStringList modes = index.capabilities();
    for (const QString &mode : modes) {
        capabilities.append({mode, catalogtexts::capability(mode)});
    }
    QList<std::pair<QString, QString>> providers;
    const QStringList ids = index.providers();
    for (const QString &id : ids) {
        providers.append({id, providerName ? providerName(id) : id});
    }
    QList<std::pair<QString, QString>> statuses;
    const QStringList words = index.statuses();
    for (const QString &status : words) {
        statuses.append({status, catalogtexts::status(status)});
    }
    refill(m_capability, tr("Can do anything"), capabilities);
    refill(m_maker, tr("Any maker"), asTheyAre(index.makers()));
    refill(m_provider, tr("Any provider"), providers);
    refill(m_status, tr("Any status"), statuses);
}

ModelQuery CatalogFilters::query() const
{
    ModelQuery query;
    query.words = m_search->text();
    query.capability = m_capability->currentData().toString();
    query.maker = m_maker->currentData().toString();
    query.provider = m_provider->currentData().toString();
    query.license = m_license->currentData().toString();
    query.status = m_status->currentData().toString();
    query.maxPrice = Money::parse(m_price->currentData().toString()).value_or(Money());
    query.sort = static_cast<ModelQuery::Sort>(m_sort->currentData().toInt());
    query.isReversed = m_isReversed;
    return query;
}

bool CatalogFilters::isWithKeys() const
{
    return m_withKeys->isChecked();
}

QSize CatalogFilters::size() const
{
    return m_size->currentData().toSize();
}

void CatalogFilters::sortBy(ModelQuery::Sort sort)
{
    const int index = m_sort->findData(static_cast<int>(sort));
    if (index == m_sort->currentIndex()) {
        m_isReversed = !m_isReversed;
        Q_EMIT edited();
    } else {
        m_sort->setCurrentIndex(index);
    }
}

void CatalogFilters::clear()
{
    for (ChoiceBox *box : {m_capability, m_maker, m_provider, m_price, m_license, m_status}) {
        const QSignalBlocker silent(box);
        box->setCurrentIndex(0);
    }
    {
        const QSignalBlocker silent(m_withKeys);
        m_withKeys->setChecked(false);
    }
    const QSignalBlocker silent(m_search);
    m_search->clear();
    Q_EMIT edited();
}

void CatalogFilters::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool CatalogFilters::eventFilter(QObject *watched, QEvent *event)
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
