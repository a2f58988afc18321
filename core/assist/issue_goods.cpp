#include <assist/issue_goods.h>

#include <assist/facts_products.h>
#include <assist/issue_kind.h>
#include <assist/tokens.h>

#include <QtCore/QRegularExpression>

#include <array>

namespace relevo::assist {
namespace {

/// The goods a customer first names from this message on, and else before it.
QString goodsNear(const std::vector<domain::Message>& messages, std::size_t from)
{
    const auto named = [&messages](std::size_t i) -> QString {
        const domain::Message& message = messages[i];
        if (message.author != domain::Author::Customer || message.note)
            return {};
        const QString text = message.content.left(longestRead);
        const std::vector<TextSpan> spans = productsIn(text);
        return spans.empty() ? QString()
                             : text.mid(spans.front().from, spans.front().to - spans.front().from);
    };
    for (std::size_t i = from; i < messages.size(); ++i) {
        if (QString goods = named(i); !goods.isEmpty())
            return goods;
    }
    for (std::size_t i = from; i-- > 0;) {
        if (QString goods = named(i); !goods.isEmpty())
            return goods;
    }
    return {};
}

QString completed(const QString& problem, const QString& goods)
{
    if (goods.isEmpty() || problem.isEmpty() || !productsIn(problem).empty())
        return problem;
    static const std::array<QRegularExpression, 3> generic{
        QRegularExpression(
            QStringLiteral(
                R"(\b(?:items?|products?|things?|stuff|art[íi]culos?|productos?|produtos?|artigos?)\b(?!\s*(?:number|no\b|id\b|#)))"),
            QRegularExpression::CaseInsensitiveOption),
        QRegularExpression(
            QStringLiteral(
                R"(\b(?:package|parcel|shipment|order|paquete|pedido|pacote|encomenda)\b(?!\s*(?:number|numbr|no\b|num|id\b|n[úu]mero|[#(:\d]|[A-Z]{0,3}\d))(?=\s*[.,!?]|\s*$|\s(?:is|was|has|had|hasn|isn|wasn|not|and|but|came|arrived|delivered|which|that|from|i|to|yet|still|never|should|will|did|didn|for|with|on|at|by|today|y|e|pero|mas|no|não|nao|nunca|ya|aún|todavía|ainda|est[áa]|lleg|cheg|que|se|foi|fue)))"),
            QRegularExpression::CaseInsensitiveOption),
        QRegularExpression(
            QStringLiteral(
                R"(^(?:it|this)\b(?=\s(?:is|was|has|hasn|does|doesn|did|didn|came|arrived|stopped|broke|keeps|won|still|never|not)\b))"),
            QRegularExpression::CaseInsensitiveOption),
    };
    const QString inserted = QStringLiteral(" [") + goods + QStringLiteral("]");
    for (const QRegularExpression& expression : generic) {
        const QRegularExpressionMatch match = expression.match(problem);
        if (match.hasMatch())
            return QString(problem).insert(match.capturedEnd(), inserted);
    }
    // Which part of it is missing is another question.
    if (kindOf(problem) == IssueKind::Incomplete)
        return problem;
    qsizetype end = sentences(problem).constFirst().size();
    while (end > 0 && problem[end - 1].isPunct())
        --end;
    return QString(problem).insert(end, inserted);
}

} // namespace

QString withGoods(const QString& problem, const std::vector<domain::Message>& messages, std::size_t from)
{
    return completed(problem, goodsNear(messages, from));
}

} // namespace relevo::assist
