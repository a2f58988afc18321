#include "support/test_main.h"

#include <models/choices.h>
#include <models/template_model.h>

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace relevo;
using models::TemplateModel;

class tst_TemplateModel final : public QObject
{
    Q_OBJECT

private:
    TemplateModel m_model;

    static domain::MessageTemplate text(const char* name, const char* language, const char* body)
    {
        return {QUuid::createUuid(),
                QString::fromLatin1(name),
                QString::fromLatin1(language),
                QString::fromLatin1(body),
                {},
                {}};
    }
    QStringList names() const
    {
        QStringList list;
        for (int row = 0; row < m_model.rowCount(); ++row)
            list << m_model.at(row).name + u' ' + m_model.at(row).language;
        return list;
    }

private Q_SLOTS:
    void init()
    {
        m_model.setTyped({});
        m_model.setLanguage({});
        m_model.setTemplates({text("delivery", "en", "Your order comes."),
                              text("delivery", "pt_BR", "O seu pedido chega."),
                              text("reminder", "en", "We expect you.")});
    }

    void theCustomersLanguageComesFirst()
    {
        const QAbstractItemModelTester tester(&m_model,
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model.setLanguage(QStringLiteral("pt"));
        QCOMPARE(names(), (QStringList{QStringLiteral("delivery pt_BR"), QStringLiteral("delivery en"),
                                       QStringLiteral("reminder en")}));
        m_model.setTyped(QStringLiteral("deli"));
        QCOMPARE(names(), (QStringList{QStringLiteral("delivery pt_BR"), QStringLiteral("delivery en")}));
    }

    void isFoundByNameAndText()
    {
        const QAbstractItemModelTester tester(&m_model,
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model.setTyped(QStringLiteral("expect"));
        QCOMPARE(names(), QStringList{QStringLiteral("reminder en")});
        m_model.setTyped(QStringLiteral("nothing like it"));
        QCOMPARE(m_model.rowCount(), 0);
        m_model.setTyped({});
        QCOMPARE(m_model.rowCount(), 3);
    }

    void aRowSaysWhatItIs()
    {
        const QModelIndex first = m_model.index(0, 0);
        QCOMPARE(first.data(Qt::DisplayRole).toString(), QStringLiteral("delivery"));
        QCOMPARE(first.data(models::choice::DetailRole).toString(), QStringLiteral("Your order comes."));
        QVERIFY(first.data(models::choice::TrailingRole).toString().contains(QStringLiteral("English")));
        QVERIFY(first.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Your order")));
    }
};

RELEVO_TEST(tst_TemplateModel)
#include "tst_templatemodel.moc"
