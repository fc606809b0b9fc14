# Operations that tutorials of activation functions use beside arithmetic: results, dtypes, gradients and their steps, errors.

kPoints = 'torch.tensor([-1.5, -0.5, 0., 0.25, 2.])'
kOfEach = ['acos', 'asin', 'acosh', 'asinh', 'atanh', 'exp2', 'erfc', 'sinc', 'frac', 'deg2rad', 'rad2deg', 'logit', 'nan_to_num',
           'positive', 'sgn', 'signbit', 'isposinf', 'isneginf', 'absolute', 'arctan', 'arccos', 'arcsin', 'arccosh', 'arcsinh', 'arctanh',
           'fix', 'negative', 'ravel', 'nansum', 'nanmean', 'std_mean', 'var_mean', 'aminmax', 'argwhere', 'is_floating_point', 'is_complex',
           'is_signed', 'is_nonzero', 'unique', 'unique_consecutive', 'flipud', 'fliplr', 'diff']
kInPlace = ['acos_', 'asin_', 'acosh_', 'asinh_', 'atanh_', 'exp2_', 'erfc_', 'sinc_', 'frac_', 'absolute_', 'negative_', 'nan_to_num_',
            'reciprocal_', 'logical_not_', 'fix_', 'logit_']
kPairs = ['atan2', 'arctan2', 'hypot', 'logaddexp', 'logaddexp2', 'float_power', 'fmax', 'fmin', 'copysign', 'xlogy', 'heaviside', 'multiply',
          'subtract', 'divide', 'true_divide', 'greater', 'greater_equal', 'less', 'less_equal', 'not_equal', 'clamp_min', 'clamp_max', 'inner',
          'dist', 'isin', 'vdot', 'ger']
kPairsInPlace = ['eq_', 'ne_', 'lt_', 'le_', 'gt_', 'ge_', 'logical_and_', 'logical_or_', 'logical_xor_', 'pow_', 'remainder_', 'fmod_', 'floor_divide_',
                 'atan2_', 'hypot_', 'copysign_', 'xlogy_', 'heaviside_', 'multiply_', 'subtract_', 'divide_', 'true_divide_', 'greater_',
                 'less_equal_', 'not_equal_', 'clamp_min_', 'clamp_max_', 'div_', 'clip_']
kWithGradients = ['acos', 'asin', 'asinh', 'atanh', 'exp2', 'erfc', 'sinc', 'frac', 'deg2rad', 'rad2deg', 'logit', 'nan_to_num', 'positive',
                  'absolute', 'negative', 'ravel', 'nansum', 'nanmean', 'diff', 'flipud']

of_each = [line for name in kOfEach for line in (
    f'torch.{name}({kPoints})', f'{kPoints}.{name}()', f'torch.{name}(torch.tensor([[3, 1], [-2, 1]]))', f'torch.{name}(torch.tensor([True, False]))',
    f'torch.{name}(torch.tensor([0.5, nan, inf, -inf, -0.0]))', f'torch.{name}(torch.tensor(2.0))', *([] if 'unique' in name else [f'torch.{name}({kPoints}, 1, 2, 3, 4, 5, 6, 7)']))]
in_place = [line for name in kInPlace for line in (
    fr'a = {kPoints}\n{"a"}.{name}()\nr = a', fr'a = torch.tensor([3, 1])\na.{name}()\nr = a',
    fr'a = torch.tensor([0.25, 0.5], requires_grad=True)\nb = a * 1\nb.{name}()\nb.sum().backward()\nr = a.grad',
    fr'a = torch.tensor([0.25, 0.5], requires_grad=True)\nb = a * 1\nr = b.{name}()',
    fr'a = torch.tensor([0.25, 0.5], requires_grad=True)\na.{name}()')]
kOperands = ['torch.tensor([1., -2., 0.5]), torch.tensor([0.5, 2., 0.5])', 'torch.tensor([[1.], [2.]]), torch.tensor([3., nan])',
             'torch.tensor([1, 2, 3]), torch.tensor([2., 2., 2.])', 'torch.tensor([1, -2, 3]), torch.tensor([2, 2, 2])', 'torch.tensor([1., 2.]), 2',
             'torch.tensor([1, 2]), 2', 'torch.tensor([1, 2]), 0.5', 'torch.tensor([1., 2.]), torch.tensor([1., 2.], dtype=torch.float64)',
             'torch.tensor([True, False]), torch.tensor([1.5, 0.])', 'torch.ones(2), torch.ones(3)']
pairs = [f'torch.{name}({operands})' for name in kPairs for operands in kOperands]
pairs += [fr'a, b = {operands}'.replace('a, b = ', 'a = ').replace('), ', r')\nb = ', 1) + fr'\na.{name}(b)\nr = a'
          for name in kPairsInPlace for operands in kOperands]
gradients = [line for name in kWithGradients for line in (
    fr'a = torch.tensor([0.25, 0.5, -0.125, 0.], requires_grad=True)\ntorch.{name}(a).sum().backward()\nr = a.grad',
    fr'a = torch.tensor([0.25, 0.5], requires_grad=True)\nr = torch.{name}(a)')]
gradients += [line for name in kPairs for line in (
    fr'a = torch.tensor([0.25, 0.5, 2.], requires_grad=True)\nb = torch.tensor([0.5, 0.5, 0.5])\ntorch.{name}(a, b).sum().backward()\nr = a.grad',
    fr'a = torch.tensor([0.25, 0.5, 2.])\nb = torch.tensor([0.5, 0.5, 0.5], requires_grad=True)\ntorch.{name}(a, b).sum().backward()\nr = b.grad',
    fr'a = torch.tensor([0.25, 0.5, 2.], requires_grad=True)\nr = torch.{name}(a, torch.tensor([1., 2., 3.]))')]

kMatrix = 'torch.arange(6.).reshape(2, 3)'
shapes = [f'torch.{call}' for call in (
    f'movedim({kMatrix}, 0, 1)', f'movedim({kMatrix}, [0, 1], [1, 0])', f'movedim({kMatrix}, 0, 5)', f'movedim({kMatrix}, [0, 0], [1, 0])', f'moveaxis({kMatrix}, 0, -1)',
    f'swapaxes({kMatrix}, 0, 1)', f'swapdims({kMatrix}, 0, 1)', 'unflatten(torch.arange(6), 0, [2, 3])', 'unflatten(torch.arange(6), 0, [2, -1])',
    'unflatten(torch.arange(6), 0, [4, 2])', 'unflatten(torch.arange(6), 1, [2, 3])', f'tile({kMatrix}, [2])', f'tile({kMatrix}, (2, 1, 1))',
    f'repeat_interleave({kMatrix}, 2)', f'repeat_interleave({kMatrix}, 2, 0)', f'repeat_interleave({kMatrix}, torch.tensor([1, 2]), dim=0)',
    f'repeat_interleave({kMatrix}, torch.tensor([1, 2]), dim=1)', 'repeat_interleave(torch.tensor([2, 0, 1]))', f'repeat_interleave({kMatrix}, -1)',
    f'tensor_split({kMatrix}, 2, 1)', f'tensor_split({kMatrix}, [1], 1)', f'tensor_split({kMatrix}, 5)', f'tensor_split({kMatrix}, 0)', 'tensor_split(torch.tensor(1.), 2)',
    f'tensor_split({kMatrix}, torch.tensor([1, 2]), dim=1)', f'hsplit({kMatrix}, 3)', f'hsplit({kMatrix}, 2)', f'hsplit({kMatrix}, [1])', f'vsplit({kMatrix}, 2)',
    'vsplit(torch.ones(2), 2)', 'dsplit(torch.ones(1, 1, 2), 2)', 'dsplit(torch.ones(2, 2), 2)', 'hsplit(torch.tensor(1.), 1)',
    'dstack([torch.tensor([1., 2.]), torch.tensor([3., 4.])])', 'column_stack([torch.tensor([1., 2.]), torch.tensor([3., 4.])])',
    f'column_stack([{kMatrix}, torch.tensor([7., 8.])])', 'dstack([])', f'diagonal({kMatrix})', f'diagonal({kMatrix}, 1)', f'diagonal({kMatrix}, -1)', f'diagonal({kMatrix}, 5)',
    f'diagonal(torch.arange(8.).reshape(2, 2, 2), dim1=1, dim2=2)', f'diagonal({kMatrix}, dim1=0, dim2=0)', 'trace(torch.tensor([[1., 2.], [3., 4.]]))', 'trace(torch.ones(2))',
    'trace(torch.tensor([[1, 2], [3, 4]]))', f'fliplr({kMatrix})', 'fliplr(torch.ones(2))', f'flipud({kMatrix})', 'meshgrid(torch.tensor([1, 2]), torch.tensor([3, 4, 5]), indexing="ij")',
    'meshgrid(torch.tensor([1, 2]), torch.tensor([3, 4, 5]), indexing="xy")', 'meshgrid([torch.tensor([1., 2.]), torch.tensor([3., 4.])])',
    'meshgrid(torch.tensor([1, 2]), torch.tensor([3.]), indexing="ij")', 'meshgrid(torch.ones(2), indexing="ab")', 'meshgrid(torch.tensor(1.), torch.ones(2), indexing="xy")',
    'atleast_1d(torch.tensor(1.))', 'atleast_2d(torch.ones(2))', 'atleast_3d(torch.ones(2))', 'atleast_3d(torch.ones(2, 2))', 'atleast_2d(torch.tensor(1.), torch.ones(2))',
    'broadcast_tensors(torch.ones(2, 1), torch.ones(3))', 'broadcast_tensors(torch.ones(2), torch.ones(3))', 'broadcast_shapes((2, 1), (3,))', 'cartesian_prod(torch.tensor([1, 2]), torch.tensor([3, 4]))',
    'diff(torch.tensor([1., 4., 9., 16.]), 2)', f'diff({kMatrix}, dim=0)', 'diff(torch.tensor([1., 4.]), prepend=torch.tensor([0.]))', 'diff(torch.tensor([1., 4.]), append=torch.tensor([0.]))',
    'diff(torch.tensor([True, False]))', 'diff(torch.tensor(1.))', 'diff(torch.ones(2), n=-1)', 'diff(torch.ones(2), n=0)', 'diff(torch.ones(2), n=5)', 'diff(torch.tensor([1, 5, 2]))',
    f'cumprod({kMatrix}, 0)', f'cumprod({kMatrix}, 1)', 'cumprod(torch.tensor([1, 2, 3]), 0)', 'cumprod(torch.tensor([True, True]), 0)', 'cumprod(torch.tensor(2.), 0)', 'cumprod(torch.tensor([1, 2]), 0, dtype=torch.float64)',
    'cumprod(torch.ones(2), 1)', 'cummax(torch.tensor([1., 3., 2., 3., 4.]), 0)', 'cummin(torch.tensor([3., 1., nan, 1.]), 0)', f'cummax({kMatrix}, 1)', 'cummax(torch.tensor([1, 3, 2]), 0)', 'cummax(torch.tensor(1.), 0)',
    'logspace(0, 2, 3)', 'logspace(-2, 2, 5)', 'logspace(0, 3, 4, base=2)', 'logspace(0.5, 1.5, 6)', 'logspace(0, 1, 1)', 'logspace(0, 1, -1)', 'logspace(0, 2, 3, dtype=torch.float64)', 'logspace(0, 1, 2.5)',
    'nansum(torch.tensor([[1., nan], [2., 3.]]), 1)', 'nansum(torch.tensor([1, 2]))', 'nanmean(torch.tensor([[1., nan], [2., 3.]]), 0, keepdim=True)', 'nanmean(torch.tensor([1, 2]))',
    'std_mean(torch.tensor([[1., 2.], [3., 5.]]), 1)', 'std_mean(torch.tensor([1., 2., 4.]), correction=0)', 'std_mean(torch.tensor([1, 2]))', 'var_mean(torch.tensor([[1., 2.], [3., 5.]]), 0, keepdim=True)', 'var_mean(torch.tensor([1., 2.]), unbiased=False)',
    f'aminmax({kMatrix}, dim=1)', f'aminmax({kMatrix}, dim=0, keepdim=True)', 'aminmax(torch.tensor([]))', 'cov(torch.tensor([[1., 2., 4.], [3., 2., 1.]]))', 'cov(torch.tensor([1., 2., 4.]))', f'cov({kMatrix}, correction=0)',
    'dist(torch.tensor([1., 2.]), torch.tensor([4., 6.]), 1)', 'cdist(torch.tensor([[0., 0.], [1., 1.]]), torch.tensor([[3., 4.]]))', 'cdist(torch.ones(2, 2), torch.ones(2, 3))', 'cdist(torch.ones(2, 2), torch.zeros(1, 2), p=1.0)',
    'einsum("ij,jk->ik", torch.arange(6.).reshape(2, 3), torch.arange(6.).reshape(3, 2))', 'einsum("ij->ji", torch.arange(6.).reshape(2, 3))', 'einsum("ij->", torch.arange(6.).reshape(2, 3))', 'einsum("i,i->", torch.ones(3), torch.arange(3.))',
    'einsum("i,j->ij", torch.arange(2.), torch.arange(3.))', 'einsum("bij,bjk->bik", torch.ones(2, 2, 3), torch.ones(2, 3, 1))', 'einsum("ij,j", torch.arange(6.).reshape(2, 3), torch.ones(3))', 'einsum("ij,kj->ik", torch.ones(2, 3), torch.ones(4, 3))', 'einsum("ij->i", torch.arange(6.).reshape(2, 3))',
    'tensordot(torch.ones(2, 3), torch.ones(3, 2), dims=1)', 'tensordot(torch.arange(6.).reshape(2, 3), torch.arange(6.).reshape(2, 3), dims=([0], [0]))', 'inner(torch.arange(6.).reshape(2, 3), torch.ones(3))', 'inner(torch.tensor(2.), torch.ones(3))',
    'linalg.norm(torch.tensor([3., 4.]))', 'linalg.norm(torch.tensor([[3., 4.], [0., 1.]]))', 'linalg.norm(torch.tensor([[3., 4.], [0., 1.]]), 1)', 'linalg.norm(torch.tensor([[3., 4.], [0., 1.]]), "fro")', 'linalg.vector_norm(torch.tensor([3., -4.]), 1)', 'linalg.vector_norm(torch.tensor([[3., -4.], [1., 1.]]), dim=1)',
    'linalg.vector_norm(torch.tensor([3, 4]))', 'linalg.matrix_norm(torch.tensor([[3., 4.], [0., 1.]]))', 'linalg.matrix_norm(torch.tensor([[3., 4.], [0., 1.]]), inf)', 'linalg.norm(torch.tensor([3., -4.]), inf)')]
choices = [f'torch.{call}' for call in (
    'take(torch.tensor([[1., 2.], [3., 4.]]), torch.tensor([0, 3, -1]))', 'take(torch.ones(2), torch.tensor([2]))', 'take(torch.ones(2), torch.tensor([0.]))', 'take_along_dim(torch.tensor([[3., 1., 2.]]), torch.tensor([[1, 2, 0]]), dim=1)', 'take_along_dim(torch.tensor([[3., 1.], [2., 5.]]), torch.tensor([[1], [0]]), dim=1)', 'take_along_dim(torch.tensor([3., 1.]), torch.tensor([1, 0]))',
    'scatter(torch.zeros(2, 3), 1, torch.tensor([[0, 2]]), torch.tensor([[5., 6.]]))', 'scatter(torch.zeros(3), 0, torch.tensor([1]), 7)', 'scatter(torch.zeros(3), 0, torch.tensor([3]), 7.0)', 'scatter_add(torch.ones(3), 0, torch.tensor([0, 0, 2]), torch.tensor([1., 2., 3.]))', 'scatter_add(torch.ones(3), 0, torch.tensor([0]), torch.tensor([1]))',
    'index_add(torch.ones(3, 2), 0, torch.tensor([0, 2]), torch.tensor([[1., 2.], [3., 4.]]))', 'index_add(torch.ones(3), 0, torch.tensor([0, 0]), torch.tensor([1., 2.]), alpha=2)', 'index_fill(torch.ones(3), 0, torch.tensor([0, 2]), 5.0)', 'index_fill(torch.ones(3), 0, torch.tensor([-1]), torch.tensor(2.))', 'index_fill(torch.ones(3), 0, torch.tensor([3]), 1.0)',
    'index_copy(torch.zeros(3, 2), 0, torch.tensor([2, 0]), torch.tensor([[1., 2.], [3., 4.]]))', 'masked_scatter(torch.zeros(3), torch.tensor([True, False, True]), torch.tensor([1., 2., 3.]))', 'masked_scatter(torch.zeros(3), torch.tensor([True, False, True]), torch.tensor([1.]))',
    'isin(torch.tensor([1, 2, 3]), torch.tensor([2, 5]))', 'isin(torch.tensor([1, 2, 3]), torch.tensor([2, 5]), invert=True)', 'isin(torch.tensor([[1., 2.]]), 2)', 'searchsorted(torch.tensor([1., 3., 5.]), torch.tensor([0., 3., 9.]))', 'searchsorted(torch.tensor([1., 3., 5.]), torch.tensor([3.]), right=True)', 'searchsorted(torch.tensor([[1, 3], [2, 4]]), torch.tensor([[2], [2]]))', 'searchsorted(torch.tensor([1., 3.]), 2)', 'searchsorted(torch.tensor([1., 3.]), torch.tensor([1]))',
    'bucketize(torch.tensor([1., 2., 9.]), torch.tensor([1., 3., 5.]))', 'bucketize(torch.tensor([1., 3.]), torch.tensor([1., 3., 5.]), right=True)', 'bucketize(2, torch.tensor([1, 3]))', 'bucketize(torch.ones(2), torch.ones(2, 2))', 'unique(torch.tensor([3, 1, 3, 2]), return_inverse=True)', 'unique(torch.tensor([3., 1., 3.]), return_counts=True)', 'unique(torch.tensor([[3, 1], [1, 2]]), return_inverse=True, return_counts=True)', 'unique_consecutive(torch.tensor([1, 1, 2, 1]), return_counts=True)', 'unique(torch.tensor([True, False, True]))',
    'argwhere(torch.tensor([[0, 1], [2, 0]]))', 'lerp(torch.tensor([1., 2.]), torch.tensor([3., 4.]), 0.25)', 'lerp(torch.tensor([1., 2.]), torch.tensor([3., 4.]), torch.tensor([0.75, 0.25]))', 'lerp(torch.tensor([1, 2]), torch.tensor([3., 4.]), 0.25)', 'addcmul(torch.ones(2), torch.tensor([1., 2.]), torch.tensor([3., 4.]), value=0.5)', 'addcdiv(torch.ones(2), torch.tensor([1., 2.]), torch.tensor([3., 4.]))', 'addcdiv(torch.ones(2), torch.tensor([1, 2]), torch.tensor([3, 4]))', 'addcmul(torch.tensor([1, 2]), torch.tensor([1, 2]), torch.tensor([3, 4]))',
    'div(torch.tensor([7., -7.]), 2, rounding_mode="floor")', 'div(torch.tensor([7, -7]), 2, rounding_mode="trunc")', 'div(torch.tensor([7, -7]), torch.tensor([2, 2]), rounding_mode="floor")', 'div(torch.tensor([7., -7.]), 2, rounding_mode=None)', 'div(torch.ones(2), 2, rounding_mode="up")', 'div(torch.tensor([1, 2]), 0, rounding_mode="floor")', 'clip(torch.tensor([-1., 3.]), 0, 2)', 'clip(torch.tensor([-1., 3.]), max=2)', 'clamp_min(torch.ones(2))', 'nan_to_num(torch.tensor([nan, inf, -inf]), 1.0, 2.0, -2.0)', 'nan_to_num(torch.tensor([nan, inf]), nan=-1.0)', 'logit(torch.tensor([0., 0.5, 1.]), 0.1)', 'logit(torch.tensor([-1., 2.]))',
    'finfo(torch.float32)', 'finfo(torch.float64)', 'finfo(torch.float32).eps', 'finfo(torch.int64)', 'iinfo(torch.int32)', 'iinfo(torch.int64).max', 'iinfo(torch.uint8).max', 'iinfo(torch.float32)', 'can_cast(torch.float32, torch.int64)', 'can_cast(torch.int32, torch.float32)', 'promote_types(torch.int64, torch.float32)', 'is_nonzero(torch.tensor([0., 1.]))', 'is_nonzero(torch.tensor([]))', 'is_floating_point(torch.tensor([1]))', 'pi', 'e', 'dropout(torch.ones(2), 0.5, False)', 'dropout(torch.ones(2))', 'heaviside(torch.tensor([-1., 0., 1., nan]), torch.tensor([0.5]))')]
draws = [fr'torch.manual_seed({seed})\n' + call for seed in (0, 1, 42) for call in (
    'torch.multinomial(torch.tensor([1., 2., 3., 4.]), 2)', 'torch.multinomial(torch.tensor([1., 2., 3., 4.]), 4)', 'torch.multinomial(torch.tensor([1., 0., 3.]), 12, replacement=True)', 'torch.multinomial(torch.tensor([[1., 2.], [3., 1.]]), 5, True)', 'torch.multinomial(torch.tensor([[1., 2.], [3., 1.]]), 1)',
    'torch.multinomial(torch.softmax(torch.randn(20), 0), 30, replacement=True)', 'torch.tensor([1., 2.], dtype=torch.float64).multinomial(9, replacement=True)')]
draws += ['torch.multinomial(torch.tensor([1., 2.]), 3)', 'torch.multinomial(torch.tensor([1., -2.]), 1)', 'torch.multinomial(torch.tensor([0., 0.]), 2, replacement=True)', 'torch.multinomial(torch.tensor([0., 0.]), 1)', 'torch.multinomial(torch.tensor([1, 2]), 1)', 'torch.multinomial(torch.tensor([1., 2.]), 0)', 'torch.multinomial(torch.tensor(1.), 1)']
methods = ['torch.ones(2, 3).mT', 'torch.ones(3).mT', 'torch.ones(2, 3).mH', 'torch.ones(2, 3).H', 'torch.ones(2).H', 'torch.ones(2, 2, 2).H', 'torch.ones(2, 3).nbytes', 'torch.ones(2, dtype=torch.float64).itemsize', 'torch.ones(2, 3).ndim', 'torch.ones(2, 3).ndimension()', 'torch.ones(2).is_cuda', 'torch.ones(2).is_cpu', 'torch.ones(2).get_device()', 'str(torch.ones(2).device)',
           'torch.ones(2).new_tensor([1, 2])', 'torch.tensor([1]).new_tensor([1.5, 2])', 'torch.ones(2).new_tensor([1, 2], dtype=torch.int64)', 'torch.ones(2, 3).sum_to_size(1, 3)', 'torch.ones(2, 3).sum_to_size(3)', 'torch.ones(2, 3).sum_to_size(4)', r'a = torch.zeros(3, 3)\na.fill_diagonal_(5)\nr = a', r'a = torch.zeros(7, 3)\na.fill_diagonal_(5, wrap=True)\nr = a', 'torch.zeros(3).fill_diagonal_(5)', r'a = torch.zeros(2, 3)\na.scatter_(1, torch.tensor([[0, 2]]), 7)\nr = a', r'a = torch.ones(3)\na.index_add_(0, torch.tensor([0]), torch.tensor([1.]))\nr = a',
           r'a = torch.ones(3)\na.masked_fill_(torch.tensor([True, False, True]), 9)\nr = a', r'a = torch.ones(3)\na.clip_(0, 0.5)\nr = a', r'a = torch.ones(2, 2)\na.tril_()\nr = a', r'a = torch.tensor([1., 2.])\na.cumsum_(0)\nr = a', r'a = torch.tensor([1., 2.])\na.cumprod_(0)\nr = a', r'a = torch.tensor([1., 2.])\na.lerp_(torch.tensor([3., 4.]), 0.5)\nr = a', r'a = torch.tensor([1., 2.])\na.addcmul_(torch.tensor([3., 4.]), torch.tensor([1., 1.]))\nr = a',
           r'a = torch.tensor([1., 2.])\na.index_fill_(0, torch.tensor([0]), 9)\nr = a', r'a = torch.tensor([7, -7])\na.div_(2, rounding_mode="floor")\nr = a', r'a = torch.tensor([True, False])\na.bitwise_and_(torch.tensor([True, True]))\nr = a', r'a = torch.tensor([6, 3])\na.bitwise_xor_(1)\nr = a']
kLeaf = r'a = torch.tensor([[0.5, 2., -1.], [1., 0., 3.]], requires_grad=True)\n'
kCalls = [
    'a.movedim(0, 1)', 'a.swapaxes(0, 1)', 'a.mT', 'a.ravel()', 'a.t().ravel()', 'a.unflatten(1, [3, 1])', 'a.diagonal()', 'a.diagonal(1)', 'a.trace()', 'a.fliplr()', 'a.tile(2)', 'a.repeat_interleave(2)', 'a.repeat_interleave(2, 1)', 'a.repeat_interleave(torch.tensor([1, 2]), 0)', 'a.cumprod(0)', 'a.cumprod(1)', 'a.cummax(1).values', 'a.cummin(0).values', 'a.diff()', 'a.nansum(1)', 'a.nansum()', 'a.nanmean(0)', 'torch.std_mean(a, 1)[0]', 'torch.var_mean(a)[1]', 'a.aminmax().max', 'a.aminmax(dim=1).min',
    'a.take(torch.tensor([0, 5]))', 'a.take_along_dim(torch.tensor([[1], [0]]), 1)', 'a.scatter(1, torch.tensor([[0], [1]]), 9.0)', 'a.scatter(1, torch.tensor([[0], [1]]), a)', 'a.scatter_add(0, torch.tensor([[1, 0, 0]]), a)', 'a.index_add(0, torch.tensor([1, 0]), a)', 'a.index_fill(1, torch.tensor([0]), 0.0)', 'a.index_copy(0, torch.tensor([1]), a[:1])', 'a.masked_scatter(a > 0, a)', 'torch.lerp(a, a * 2, 0.25)', 'torch.lerp(a, a * 2, a)', 'torch.addcmul(a, a, a, value=2)', 'torch.addcdiv(a, a, a + 5)', 'a.clamp_min(0.5)', 'a.clamp_max(0.5)', 'a.clip(0, 1)', 'torch.clamp_min(a, torch.tensor(0.5))', 'a.div(2, rounding_mode="floor")',
    'torch.div(a, a + 5, rounding_mode="trunc")', 'torch.dist(a, torch.zeros(2, 3))', 'torch.cdist(a, torch.zeros(1, 3))', 'torch.cov(a)', 'torch.einsum("ij,jk->ik", a, torch.ones(3, 2))', 'torch.einsum("ij->i", a)', 'torch.inner(a, torch.ones(3))', 'torch.tensordot(a, torch.ones(3, 2), 1)', 'torch.linalg.norm(a)', 'torch.linalg.vector_norm(a, dim=1)', 'torch.linalg.matrix_norm(a, 1)', 'a.hsplit(3)[0]', 'a.tensor_split(2, 1)[1]', 'a.logit(0.1)', 'a.float_power(2)', 'a.atan2(torch.ones(3))', 'torch.hypot(a, torch.ones(3))', 'torch.copysign(a, -1)', 'torch.xlogy(a, 2)', 'torch.xlogy(2, a)', 'a.nan_to_num()', 'torch.column_stack([a, a])', 'torch.dstack([a, a])', 'torch.meshgrid(a[0], a[1], indexing="xy")[0]', 'torch.broadcast_tensors(a, torch.ones(2, 3))[0]', 'a.expand_as(torch.ones(2, 3))', 'a.heaviside(torch.tensor(1.))', 'a.unique()', 'a.sum_to_size(1, 3)', 'a.signbit()']
flows = [kLeaf + fr'b = {call}\nr = b' for call in kCalls]
flows += [kLeaf + fr'b = {call}\nb.sum().backward()\nr = a.grad' for call in kCalls]
kChanges = ['clamp_min_(0.5)', 'div_(2, rounding_mode="floor")', 'masked_fill_(b > 0, 1.0)', 'index_add_(0, torch.tensor([0]), a[:1])', 'scatter_(1, torch.tensor([[0], [1]]), 9.0)', 'lerp_(torch.ones(2, 3), 0.5)', 'addcmul_(a, a)', 'tril_()', 'cumsum_(0)', 'cumprod_(1)', 'pow_(2)', 'remainder_(2)', 'fmod_(2)', 'atan2_(torch.ones(3))', 'copysign_(-1)', 'fill_diagonal_(1)', 'multiply_(a)', 'reciprocal_()', 'clip_(0, 1)', 'eq_(1)']
flows += [kLeaf + fr'b = a * 1\nb.{call}\nr = b' for call in kChanges]
flows += [kLeaf + fr'b = a * 1\nb.{call}\nb.sum().backward()\nr = a.grad' for call in kChanges]
flows += [kLeaf + fr'b = a * 1\nb[0].{call}\nb.sum().backward()\nr = a.grad' for call in ('clamp_min_(0.5)', 'pow_(2)', 'copysign_(-1)', 'multiply_(2)', 'lerp_(torch.ones(3), 0.5)')]

sources = [*of_each, *in_place, *pairs, *gradients, *shapes, *choices, *draws, *methods, *flows]

kFour = 'torch.tensor([[3., 1., 4., 1.], [5., 9., 2., 6.]])'
others = [f'torch.{call}' for call in (
    'max(torch.tensor([1., 4.]), torch.tensor([3., 2.]))', 'min(torch.tensor([1., 4.]), torch.tensor([3, 2]))', 'max(torch.ones(2), torch.ones(3))', 'where(torch.tensor([True, False, True]))', 'where(torch.tensor([[0., 1.], [2., 0.]]) > 0)',
    'nonzero(torch.tensor([[0, 1], [2, 0]]), as_tuple=True)', 'nonzero(torch.tensor(3.), as_tuple=True)', f'quantile({kFour}, 0.5)', f'quantile({kFour}, 0.3, dim=1)', f'quantile({kFour}, 0.3, 0)', f'quantile({kFour}, 0.3, 1, keepdim=True)', f'quantile({kFour}, 0.3, keepdim=True)',
    f'quantile({kFour}, torch.tensor([0.25, 0.5, 1.]))', f'quantile({kFour}, torch.tensor([0.25, 0.75]), dim=1)', f'quantile({kFour}, torch.tensor([0.25, 0.75]), dim=0, keepdim=True)', f'quantile({kFour}, 0.4, interpolation="lower")', f'quantile({kFour}, 0.4, interpolation="higher")',
    f'quantile({kFour}, 0.4, interpolation="nearest")', f'quantile({kFour}, 0.4, interpolation="midpoint")', f'quantile({kFour}, 0.4, interpolation="up")', f'quantile({kFour}, 1.5)', 'quantile(torch.tensor([1, 2]), 0.5)', 'quantile(torch.tensor([1., nan]), 0.5)', 'quantile(torch.tensor([]), 0.5)', 'quantile(torch.ones(2), torch.tensor([0.5], dtype=torch.float64))',
    'quantile(torch.tensor(2.), 0.5)')]
others += [kLeaf + fr'b = {call}\nr = b' for call in ('torch.max(a, torch.zeros(3))', 'a.quantile(0.5)', 'a.quantile(0.3, 1)', 'a.max(a * 2)', 'a.min(torch.zeros(3))')]
others += [kLeaf + fr'b = {call}\nb.sum().backward()\nr = a.grad' for call in ('torch.max(a, torch.zeros(3))', 'a.quantile(0.5)', 'a.quantile(0.3, 1)', 'a.min(torch.zeros(3))')]
sources += others
